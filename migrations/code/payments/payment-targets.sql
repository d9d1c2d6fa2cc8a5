-- From which account payments of a file may be made, and to which: those on which the person may post a transfer at the counter. A job
-- posts them, and a job follows no rule of the counter, so it is decided here, before there is one.

-- The account that pays, or the refusal.
CREATE OR REPLACE FUNCTION require_payer(who identity, p_account uuid) RETURNS accounts LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE payer accounts;
BEGIN
  SELECT * INTO payer FROM accounts WHERE id = p_account AND customer_id IS NOT NULL;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_POST', payer.branch_id);
  IF NOT EXISTS (SELECT FROM posting_rules WHERE channel = 'COUNTER' AND transaction_type = 'TRANSFER' AND role = who.role
      AND debit_type = payer.account_type) THEN
    PERFORM refuse('POSTING_NOT_ALLOWED');
  END IF;
  IF payer.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', payer.account_number)); END IF;
  IF payer.status = 'INACTIVE' THEN PERFORM refuse('ACCOUNT_DORMANT', jsonb_build_object('account', payer.account_number)); END IF;
  IF payer.status <> 'ACTIVE' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', payer.account_number)); END IF;
  IF payer.kyc_block IS NOT NULL THEN
    PERFORM refuse('KYC_EXPIRED_BLOCKS', jsonb_build_object('account', payer.account_number));
  END IF;
  RETURN payer;
END $$;

-- Accounts by their numbers, each with why nothing can be paid on it from this one; null where it can. A dormant one takes what is paid on
-- it, as at the counter.
CREATE OR REPLACE FUNCTION payment_targets(who identity, payer accounts, p_numbers text[])
RETURNS TABLE (number text, account_id uuid, problem text) LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT asked.number, a.id, CASE
      WHEN a.id IS NULL THEN 'ACCOUNT_NOT_FOUND'
      WHEN NOT may_cross(who, 'ACCOUNT_POST', a.branch_id) THEN 'OTHER_BRANCH'
      WHEN a.id = payer.id THEN 'SAME_ACCOUNT'
      WHEN NOT EXISTS (SELECT FROM posting_rules WHERE channel = 'COUNTER' AND transaction_type = 'TRANSFER' AND role = who.role
        AND debit_type = payer.account_type AND credit_type = a.account_type) THEN 'POSTING_NOT_ALLOWED'
      WHEN a.status = 'CLOSED' THEN 'ACCOUNT_CLOSED'
      WHEN a.status = 'SUSPENDED' THEN 'ACCOUNT_FROZEN'
      WHEN a.currency <> payer.currency THEN 'CURRENCY_MISMATCH' END
  FROM (SELECT DISTINCT n FROM unnest(p_numbers) AS n) AS asked (number)
    LEFT JOIN accounts a ON a.account_number = asked.number AND a.customer_id IS NOT NULL $$;

-- What a file is read by: the account, its currency, and the open day. Counts as reading the account.
CREATE OR REPLACE FUNCTION payment_source(p_account uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR');
  payer accounts := require_payer(who, p_account);
BEGIN
  PERFORM count_reads(who, 1);
  RETURN jsonb_build_object('accountNumber', payer.account_number, 'currency', payer.currency,
    'available', (SELECT available_balance::text FROM balances WHERE account_id = payer.id),
    'businessDate', (open_day(who.branch_id)).business_date,
    'numberFormat', (SELECT number_format FROM branches WHERE id = who.branch_id));
END $$;

-- What the ledger says of a file that was read: which of its accounts cannot be paid on, whose they are where the file names somebody else
-- (a list in the order of the numbers), what those that can be paid cost, whether the file or its message was taken before, and which limit
-- its sum exceeds. Whether an account is there counts as read.
CREATE OR REPLACE FUNCTION check_payments(p_account uuid, p_hash bytea, p_message_id text, p_numbers text[], p_names text[],
  p_amounts numeric[]) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR');
  payer accounts := require_payer(who, p_account);
  rule jsonb := payment_fee_rule(payer, date_of_branch(who.branch_id));
  decimals int := (SELECT minor_units FROM currencies WHERE code = payer.currency);
  paid uuid[];
  amounts numeric[];
BEGIN
  IF cardinality(p_numbers) > 20000 THEN PERFORM refuse('TOO_MANY_POSTINGS'); END IF;
  PERFORM count_reads(who, cardinality(p_numbers));
  SELECT array_agg(t.account_id), array_agg(said.amount) INTO paid, amounts FROM unnest(p_numbers, p_amounts) AS said (number, amount)
    JOIN payment_targets(who, payer, p_numbers) AS t ON t.number = said.number AND t.problem IS NULL WHERE said.amount > 0;
  RETURN jsonb_build_object(
    'problems', (SELECT coalesce(jsonb_object_agg(t.number, t.problem), '{}') FROM payment_targets(who, payer, p_numbers) AS t
      WHERE t.problem IS NOT NULL),
    'holders', (SELECT coalesce(jsonb_agg(other_holder_of(t.account_id, said.name) ORDER BY said.n), '[]')
      FROM unnest(p_numbers, p_names) WITH ORDINALITY AS said (number, name, n)
        LEFT JOIN payment_targets(who, payer, p_numbers) AS t ON t.number = said.number AND t.problem IS NULL),
    'fee', (SELECT coalesce(sum(greatest(fee_by(rule, amount, decimals), 0)), 0.00)::text FROM unnest(amounts) AS amount
      WHERE rule IS NOT NULL),
    'earlier', earlier_payments(payer.id, p_hash, p_message_id),
    'exceeded', CASE WHEN amounts IS NOT NULL THEN exceeded_limit(who, 'TRANSFER', limited_lines(payer, paid, amounts), payer.currency,
      (open_day(who.branch_id)).business_date) END);
END $$;

-- The file that has these payments already: by its hash, or from the same account by its message id; null where there is none.
CREATE OR REPLACE FUNCTION earlier_payments(p_account uuid, p_hash bytea, p_message_id text) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('same', CASE WHEN i.file_hash = p_hash THEN 'FILE' ELSE 'MESSAGE' END, 'file', i.file_name,
    'message', i.message_id, 'person', u.full_name, 'date', (i.requested_at AT TIME ZONE b.time_zone)::date)
  FROM payment_imports i JOIN users u ON u.id = i.requested_by JOIN branches b ON b.id = i.branch_id
  WHERE i.status <> 'DROPPED' AND (i.file_hash = p_hash OR i.account_id = p_account AND i.message_id = p_message_id)
  ORDER BY i.file_hash = p_hash DESC LIMIT 1 $$;

-- A leg of an account of a customer, as far as limits look at it.
CREATE OR REPLACE FUNCTION limited_line(p_account uuid, p_customer uuid, p_side entry_side, p_amount numeric) RETURNS posting_line
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE line posting_line;
BEGIN
  line.account_id := p_account;
  line.customer_id := p_customer;
  line.side := p_side;
  line.amount := p_amount;
  line.actor := 'PERSON';
  RETURN line;
END $$;

-- What a file comes to for the account that pays, and for each that is paid.
CREATE OR REPLACE FUNCTION limited_lines(payer accounts, p_accounts uuid[], p_amounts numeric[]) RETURNS posting_line[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT limited_line(payer.id, payer.customer_id, 'DEBIT', (SELECT sum(amount) FROM unnest(p_amounts) AS amount))
    || ARRAY(SELECT limited_line(a.id, a.customer_id, 'CREDIT', sum(l.amount)) FROM unnest(p_accounts, p_amounts) AS l (account_id, amount)
      JOIN accounts a ON a.id = l.account_id GROUP BY a.id) $$;
