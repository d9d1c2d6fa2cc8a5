-- Monthly fees: each account once a month, by the terms in force on its last day. One that the account cannot pay without going below
-- what is available stays due, and is taken on the first day on which it can.

-- Made once: those that are there are not written again. Without loops, as begin_accruals.
CREATE OR REPLACE FUNCTION make_monthly_fees_due(p_branch uuid, p_month_end date) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_nestloop = off AS $$
DECLARE
  made int;
  month_ended timestamptz := (SELECT (p_month_end + 1)::timestamp AT TIME ZONE time_zone FROM branches WHERE id = p_branch);
BEGIN
  WITH costing AS MATERIALIZED (
    SELECT p.id, t.monthly_fee FROM products p, terms_of(p.id, p_month_end) AS t WHERE t.monthly_fee > 0)
  INSERT INTO monthly_fees (account_id, month_end, amount)
    SELECT a.id, p_month_end, costing.monthly_fee FROM costing JOIN accounts a ON a.product_id = costing.id
    WHERE a.branch_id = p_branch AND a.status <> 'CLOSED' AND a.created_at < month_ended
      AND NOT EXISTS (SELECT FROM monthly_fees f WHERE f.account_id = a.id AND f.month_end = p_month_end)
    ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS made = ROW_COUNT;
  PERFORM waive_monthly_fees(p_branch, p_month_end);
  RETURN made;
END $$;

-- The next accounts on which a fee is due, from one on, in the order of their keys from the last to the first: interest is posted from the
-- first to the last at the same time, and the two meet once. Those wait whose interest of days that are posted is not accrued yet, which a
-- fee would change; and those that will be debited interest, after which less is left for a fee. It must not matter which comes first.
CREATE OR REPLACE FUNCTION charged_accounts(run job_runs, p_before uuid, p_limit int) RETURNS uuid[] LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
DECLARE posted_to date := last_month_end(run.business_date);
BEGIN
  RETURN ARRAY(SELECT DISTINCT f.account_id FROM monthly_fees f
    WHERE f.posted_on IS NULL AND (p_before IS NULL OR f.account_id < p_before)
      AND (SELECT a.branch_id = run.branch_id AND NOT EXISTS (SELECT FROM interest_accruals s WHERE s.account_id = a.id
          AND (s.through < CASE a.account_type WHEN 'LOAN' THEN run.business_date ELSE posted_to END
            OR (s.owed <> 0 OR s.earned < 0) AND interest_is_due(s)))
        FROM accounts a WHERE a.id = f.account_id)
    ORDER BY f.account_id DESC LIMIT p_limit);
END $$;

-- Takes the fees of a part of the accounts.
CREATE OR REPLACE FUNCTION advance_fees(run job_runs, p_limit int) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  part day_job_parts := take_part(run, 'FEES');
  ids uuid[] := charged_accounts(run, part.at_account, p_limit);
BEGIN
  IF ids = '{}' THEN RETURN 'DONE'; END IF;
  part.at_account := ids[cardinality(ids)];
  part.done := part.done + take_monthly_fees(run, ids);
  PERFORM keep_part(part);
  RETURN 'POSTING';
END $$;

-- Takes what is due and can be paid, one month of an account after the other; answers how many it were. All balances are locked before the
-- first is changed. Account by account, as post_charges.
CREATE OR REPLACE FUNCTION take_monthly_fees(run job_runs, p_accounts uuid[]) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  batch record;
  taken int := 0;
  before int;
BEGIN
  PERFORM lock_in_order(p_accounts || ARRAY(SELECT id FROM accounts
    WHERE branch_id = run.branch_id AND holder = 'BRANCH' AND account_type = 'FEE_INCOME'));
  LOOP
    before := taken;
    FOR batch IN
      WITH payable AS MATERIALIZED (
        SELECT DISTINCT ON (f.account_id) f.account_id, f.month_end, f.amount, a.currency
        FROM unnest(p_accounts) AS asked (id)
          CROSS JOIN LATERAL (SELECT * FROM monthly_fees WHERE account_id = asked.id AND posted_on IS NULL OFFSET 0) AS f
          CROSS JOIN LATERAL (SELECT currency, status FROM accounts WHERE id = asked.id OFFSET 0) AS a
          CROSS JOIN LATERAL (SELECT available_balance FROM balances WHERE account_id = asked.id OFFSET 0) AS b
        WHERE a.status NOT IN ('SUSPENDED', 'CLOSED') AND b.available_balance >= f.amount
        ORDER BY f.account_id, f.month_end)
      SELECT currency, month_end,
        array_agg(ROW(account_id, 'DEBIT', amount, derived_key(account_id, 'fee ' || month_end))::charge) AS charges
      FROM payable GROUP BY currency, month_end
    LOOP
      PERFORM post_charges(run, 'FEE', bank_account(run.branch_id, 'FEE_INCOME', batch.currency), run.business_date,
        'Monthly fee ' || month_name(batch.month_end), batch.charges);
      UPDATE monthly_fees f SET posted_on = run.business_date
        FROM unnest(batch.charges) AS charged WHERE f.account_id = charged.account_id AND f.month_end = batch.month_end;
      taken := taken + cardinality(batch.charges);
    END LOOP;
    EXIT WHEN taken = before;
  END LOOP;
  RETURN taken;
END $$;
