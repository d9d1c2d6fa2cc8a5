-- The end of a file of payments: what its posted lines cost is posted in one sum, and nothing is held for it any more. Each line costs what
-- a transfer of its amount costs by the terms of the account that pays: see docs/decisions/0040.

-- The rule of the paying account's product for a transfer; null where it charges none.
CREATE OR REPLACE FUNCTION payment_fee_rule(payer accounts, p_date date) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT rule FROM terms_of(payer.product_id, p_date) AS terms, jsonb_array_elements(terms.fees) AS rule
  WHERE rule ->> 'type' = 'TRANSFER' $$;

-- Takes from what is held for a file what its lines come to, so that the next ones draw it; their fee stays held. First all balances that
-- these lines change are locked in the order of their keys, as every posting does. Answers the amount, which is to be put back.
CREATE OR REPLACE FUNCTION free_for_lines(p_import payment_imports, p_items posting_item[]) RETURNS numeric LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  fees numeric := (SELECT coalesce(sum(fee), 0) FROM payment_lines WHERE import_id = p_import.id AND refusal IS NULL);
  freed numeric;
BEGIN
  PERFORM FROM balances WHERE account_id IN (SELECT leg.account_id FROM unnest(p_items) AS item, unnest(item.legs) AS leg)
    ORDER BY account_id FOR UPDATE;
  SELECT greatest(amount - fees, 0) INTO freed FROM holds
    WHERE id = derived_id(p_import.id, 'hold') AND kind = 'PAYMENTS' AND released_at IS NULL;
  freed := coalesce(freed, 0);
  PERFORM change_held(p_import.account_id, -freed);
  RETURN freed;
END $$;

-- Posts what the posted lines of a file cost, once, as its job; answers the posting, or null where they cost nothing. The branch's day is
-- held open by the caller. Nothing is held any more of what it takes.
CREATE OR REPLACE FUNCTION post_payments_fee(p_import payment_imports, p_lines int, p_fee numeric) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  key uuid := derived_key(p_import.id, 'fee');
  bank uuid;
  run job_runs;
BEGIN
  IF p_fee > 0 THEN
    SELECT * INTO run FROM job_runs WHERE id = p_import.job_id;
    run.business_date := (open_day(run.branch_id)).business_date;
    bank := bank_account(run.branch_id, 'FEE_INCOME', p_import.currency);
    PERFORM FROM balances WHERE account_id IN (bank, p_import.account_id) ORDER BY account_id FOR UPDATE;
  END IF;
  PERFORM release_payments(p_import.id, NULL, 'Ended');
  IF p_fee = 0 THEN RETURN NULL; END IF;
  PERFORM post_charges(run, 'FEE', bank, run.business_date,
    left(format('Fee for %s %s of %s', p_lines, CASE p_lines WHEN 1 THEN 'payment' ELSE 'payments' END, p_import.file_name), 140),
    ARRAY[ROW(p_import.account_id, 'DEBIT', p_fee, key)::charge]);
  RETURN (SELECT id FROM transaction_by_key(NULL, key));
END $$;

-- Ends the job of a file that is under way: DONE, or CANCELLED, which is DROPPED where nothing was posted.
CREATE OR REPLACE FUNCTION end_payments_job(p_import payment_imports, p_status text) RETURNS payment_imports LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  posted_lines int;
  fee numeric;
  charged uuid;
  ended payment_imports;
BEGIN
  SELECT count(*), coalesce(sum(l.fee), 0) INTO posted_lines, fee FROM payment_lines l
    WHERE l.import_id = p_import.id AND l.transaction_id IS NOT NULL;
  charged := post_payments_fee(p_import, posted_lines, fee);
  UPDATE payment_imports SET status = CASE WHEN p_status = 'CANCELLED' AND posted_lines = 0 THEN 'DROPPED' ELSE p_status END,
      fee_transaction_id = charged, (posted, refused, posted_total) = (SELECT * FROM lines_of_file(p_import.id))
    WHERE id = p_import.id RETURNING * INTO ended;
  UPDATE job_runs SET status = p_status, done = CASE p_status WHEN 'DONE' THEN ended.payments ELSE posted_lines END,
      finished_at = clock_timestamp()
    WHERE id = p_import.job_id AND status = 'RUNNING';
  RETURN ended;
END $$;
