-- Posting: one call, one round trip, and the only way that money moves. READ COMMITTED with balance rows locked in the
-- order of their keys: no deadlock between postings, no retry, and each statement after the lock sees what is committed.

-- Refuses what no ledger can hold, each fault by its own name. NaN > 0 is true and 0.005 rounds up silently.
CREATE FUNCTION check_amount(p_amount numeric, p_currency text) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE decimals int;
BEGIN
  SELECT minor_units INTO decimals FROM currencies WHERE code = p_currency;
  IF NOT FOUND THEN PERFORM refuse('CURRENCY_NOT_SUPPORTED'); END IF;
  IF p_amount IS NULL OR p_amount IN ('NaN', 'Infinity', '-Infinity') THEN PERFORM refuse('AMOUNT_NOT_A_NUMBER'); END IF;
  IF p_amount < 0 THEN PERFORM refuse('AMOUNT_NEGATIVE'); END IF;
  IF p_amount >= 1e13 THEN PERFORM refuse('AMOUNT_TOO_LARGE'); END IF;
  IF p_amount <> round(p_amount, decimals) THEN
    PERFORM refuse('AMOUNT_TOO_PRECISE', jsonb_build_object('decimals', decimals::text, 'currency', p_currency));
  END IF;
END $$;

-- One leg as it would be, or was just made: the account, and its balances before and after.
CREATE TYPE assessed_leg AS (account_id uuid, side entry_side, sequence bigint,
  ledger_before numeric, ledger_after numeric, available_before numeric, available_after numeric);

-- Whether this posting may be made now, and what it does to both accounts. Reads only: the preview asks it without
-- locks, the posting under them, so that both give the same answer by the same rules.
CREATE FUNCTION assess_posting(who identity, p_door text, p_type transaction_type, p_from uuid, p_to uuid, p_amount numeric, p_currency text)
RETURNS SETOF assessed_leg LANGUAGE plpgsql VOLATILE ROWS 2 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  debited accounts;
  credited accounts;
  a accounts;
  b balances;
  leg assessed_leg;
  delta numeric;
BEGIN
  SELECT * INTO debited FROM accounts WHERE id = p_from;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  SELECT * INTO credited FROM accounts WHERE id = p_to;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  IF NOT EXISTS (SELECT FROM posting_rules r WHERE r.door = p_door AND r.transaction_type = p_type AND r.role = who.role
      AND r.debit_type = debited.account_type AND r.credit_type = credited.account_type) THEN
    PERFORM refuse('POSTING_NOT_ALLOWED');
  END IF;
  FOREACH a IN ARRAY ARRAY[debited, credited] LOOP
    IF a.till_id IS NOT NULL AND NOT EXISTS (SELECT FROM till_sessions s
        WHERE s.till_id = a.till_id AND s.closed_at IS NULL
          AND (s.user_id = who.user_id OR p_door = 'TILL')) THEN -- a supervisor may close another's: close_till has looked
      PERFORM refuse('TILL_NOT_OPEN');
    END IF;
    IF a.customer_id IS NULL AND a.branch_id <> who.branch_id THEN PERFORM refuse('POSTING_NOT_ALLOWED'); END IF;
    IF a.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', a.account_number)); END IF;
    IF a.status <> 'ACTIVE' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', a.account_number)); END IF;
    IF a.currency <> p_currency THEN
      PERFORM refuse('CURRENCY_MISMATCH', jsonb_build_object('account', a.account_number, 'accountCurrency', a.currency, 'currency', p_currency));
    END IF;
  END LOOP;
  FOREACH a IN ARRAY ARRAY[debited, credited] LOOP
    SELECT * INTO b FROM balances WHERE account_id = a.id;
    leg.account_id := a.id;
    leg.side := CASE WHEN a.id = p_from THEN 'DEBIT' ELSE 'CREDIT' END;
    leg.sequence := b.entry_count + 1;
    delta := CASE WHEN normal_side(a.account_type) = leg.side THEN p_amount ELSE -p_amount END;
    leg.ledger_before := b.ledger_balance;
    leg.ledger_after := b.ledger_balance + delta;
    leg.available_before := b.available_balance;
    leg.available_after := b.available_balance + CASE WHEN a.account_type = 'LOAN' THEN -delta ELSE delta END;
    PERFORM check_leg(a, leg);
    RETURN NEXT leg;
  END LOOP;
END $$;

-- What an account of this kind does not allow: overdrawing, overpaying a loan, paying out cash that is not there.
CREATE FUNCTION check_leg(a accounts, leg assessed_leg) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF abs(leg.ledger_after) >= 1e13 OR abs(leg.available_after) >= 1e13 THEN PERFORM refuse('BALANCE_TOO_LARGE'); END IF;
  IF leg.side = 'DEBIT' AND a.account_type IN ('SAVINGS', 'CURRENT', 'LOAN') AND leg.available_after < 0 THEN
    PERFORM refuse('INSUFFICIENT_FUNDS', jsonb_build_object('available', leg.available_before::text, 'currency', a.currency));
  END IF;
  IF leg.side = 'CREDIT' AND leg.ledger_after < 0 THEN
    CASE a.account_type
      WHEN 'LOAN' THEN PERFORM refuse('LOAN_OVERPAID', jsonb_build_object('owed', leg.ledger_before::text, 'currency', a.currency));
      WHEN 'TELLER_CASH' THEN PERFORM refuse('TILL_SHORT_OF_CASH');
      WHEN 'VAULT' THEN PERFORM refuse('VAULT_SHORT_OF_CASH');
      ELSE NULL;
    END CASE;
  END IF;
END $$;

-- The body of every posting; not granted to anybody. Returns the transaction and whether it had been posted before.
CREATE FUNCTION write_posting(who identity, p_door text, p_key uuid, p_type transaction_type, p_from uuid, p_to uuid,
  p_amount numeric, p_currency text, p_description text, OUT posted_id uuid, OUT replayed boolean)
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  day business_days;
  hash bytea := sha256(convert_to(jsonb_build_array(p_door, p_type, p_from, p_to, trim_scale(p_amount)::text, p_currency, p_description)::text, 'UTF8'));
  earlier transactions;
BEGIN
  IF p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  SELECT * INTO earlier FROM transactions WHERE created_by = who.user_id AND idempotency_key = p_key;
  IF NOT FOUND THEN
    PERFORM check_amount(p_amount, p_currency);
    IF p_amount = 0 THEN PERFORM refuse('AMOUNT_ZERO'); END IF;
    IF p_from IS NULL OR p_to IS NULL THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
    IF p_from = p_to THEN PERFORM refuse('SAME_ACCOUNT'); END IF;
    day := require_open_day(who.branch_id);
    PERFORM FROM balances WHERE account_id IN (p_from, p_to) ORDER BY account_id FOR UPDATE;
    posted_id := uuidv7();
    INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount,
        currency, transaction_type, description, status, business_date, branch_id, created_by, processed_at)
      SELECT posted_id, 'T' || to_char(day.business_date, 'YYMMDD') || '-' || lpad(nextval('transaction_numbers')::text, 6, '0'), p_key, hash,
        a.id, b.id, p_amount, p_currency, p_type, p_description, 'COMPLETED', day.business_date, who.branch_id, who.user_id, clock_timestamp()
      FROM accounts a, accounts b WHERE a.id = p_from AND b.id = p_to
      ON CONFLICT ON CONSTRAINT transactions_key_per_user DO NOTHING;
    IF FOUND THEN
      PERFORM apply_legs(posted_id, p_amount, array_agg(leg)) FROM assess_posting(who, p_door, p_type, p_from, p_to, p_amount, p_currency) AS leg;
      replayed := false;
      RETURN;
    END IF;
    SELECT * INTO earlier FROM transactions WHERE created_by = who.user_id AND idempotency_key = p_key;
    IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  END IF;
  IF earlier.payload_hash <> hash THEN PERFORM refuse('KEY_REUSED'); END IF;
  posted_id := earlier.id;
  replayed := true;
END $$;

CREATE FUNCTION apply_legs(p_transaction uuid, p_amount numeric, legs assessed_leg[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after)
    SELECT p_transaction, leg.account_id, leg.side, p_amount, leg.sequence, leg.ledger_after FROM unnest(legs) AS leg;
  UPDATE balances b SET ledger_balance = leg.ledger_after, available_balance = leg.available_after,
      entry_count = leg.sequence, updated_at = clock_timestamp()
    FROM unnest(legs) AS leg WHERE b.account_id = leg.account_id;
END $$;

-- Posts one deposit, withdrawal or transfer of the counter. The same key with the same payload returns the same
-- transaction; with another payload it is refused.
CREATE FUNCTION post_journal(p_key uuid, p_type transaction_type, p_from uuid, p_to uuid, p_amount numeric, p_currency text, p_description text)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN (write_posting(require_identity('TELLER', 'SUPERVISOR'), 'COUNTER', p_key, p_type, p_from, p_to, p_amount, p_currency, p_description)).posted_id;
END $$;

-- What post_journal would do now, by the same rules, without doing it.
CREATE FUNCTION preview_journal(p_type transaction_type, p_from uuid, p_to uuid, p_amount numeric, p_currency text)
RETURNS SETOF assessed_leg LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('TELLER', 'SUPERVISOR');
BEGIN
  PERFORM check_amount(p_amount, p_currency);
  IF p_amount = 0 THEN PERFORM refuse('AMOUNT_ZERO'); END IF;
  IF p_from = p_to THEN PERFORM refuse('SAME_ACCOUNT'); END IF;
  PERFORM require_open_day(who.branch_id);
  RETURN QUERY SELECT * FROM assess_posting(who, 'COUNTER', p_type, p_from, p_to, p_amount, p_currency);
END $$;

CREATE FUNCTION branch_account(p_branch uuid, p_type account_type) RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT a.id FROM accounts a JOIN branches b ON b.id = a.branch_id AND b.currency = a.currency
  WHERE a.branch_id = p_branch AND a.account_type = p_type AND a.till_id IS NULL $$;

CREATE FUNCTION till_account(p_till uuid) RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT a.id FROM accounts a JOIN tills t ON t.id = a.till_id JOIN branches b ON b.id = t.branch_id AND b.currency = a.currency WHERE t.id = p_till $$;

-- Opening and closing a till make up to three postings; each gets a key of its own that follows from the one key given.
CREATE FUNCTION derived_key(p_key uuid, p_step text) RETURNS uuid LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT encode(substring(sha256(convert_to(p_key::text || ':' || p_step, 'UTF8')) FROM 1 FOR 16), 'hex')::uuid $$;

CREATE FUNCTION branch_currency(p_branch uuid) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT currency FROM branches WHERE id = p_branch $$;

CREATE FUNCTION open_till(p_key uuid, p_till uuid, p_float numeric) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR');
  money text := branch_currency(who.branch_id);
  day business_days;
  opened till_sessions;
BEGIN
  IF p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  PERFORM check_amount(p_float, money);
  PERFORM FROM tills WHERE id = p_till AND branch_id = who.branch_id;
  IF NOT FOUND THEN PERFORM refuse('TILL_NOT_FOUND'); END IF;
  day := require_open_day(who.branch_id);
  INSERT INTO till_sessions (till_id, user_id, business_day_id, open_key, opening_float)
    VALUES (p_till, who.user_id, day.id, p_key, p_float) ON CONFLICT DO NOTHING RETURNING * INTO opened;
  IF FOUND THEN
    IF p_float > 0 THEN
      PERFORM write_posting(who, 'TILL', derived_key(p_key, 'float'), 'TRANSFER', till_account(p_till),
        branch_account(who.branch_id, 'VAULT'), p_float, money, 'Till float');
    END IF;
    RETURN opened.id;
  END IF;
  SELECT * INTO opened FROM till_sessions WHERE user_id = who.user_id AND open_key = p_key;
  IF FOUND THEN
    IF opened.till_id <> p_till OR opened.opening_float <> p_float THEN PERFORM refuse('KEY_REUSED'); END IF;
    RETURN opened.id;
  END IF;
  IF EXISTS (SELECT FROM till_sessions WHERE user_id = who.user_id AND closed_at IS NULL) THEN PERFORM refuse('USER_ALREADY_HAS_TILL'); END IF;
  PERFORM refuse('TILL_ALREADY_OPEN');
END $$;

-- Closes the caller's till, or for a supervisor the one that is named, on a blind count: posts the difference to shortage
-- or surplus, returns the cash to the vault, and only then tells what had been expected.
CREATE FUNCTION close_till(p_key uuid, p_counted numeric, p_till uuid DEFAULT NULL) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR');
  money text := branch_currency(who.branch_id);
  held till_sessions;
  cash_account uuid;
  should_be numeric;
BEGIN
  IF p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  PERFORM check_amount(p_counted, money);
  IF p_till IS NOT NULL AND who.role <> 'SUPERVISOR' THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF p_till IS NOT NULL AND NOT EXISTS (SELECT FROM tills WHERE id = p_till AND branch_id = who.branch_id) THEN
    PERFORM refuse('TILL_NOT_FOUND');
  END IF;
  SELECT * INTO held FROM till_sessions WHERE closed_at IS NULL AND (till_id = p_till OR p_till IS NULL AND user_id = who.user_id) FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM till_sessions WHERE closed_by = who.user_id AND close_key = p_key) THEN
    SELECT * INTO held FROM till_sessions WHERE closed_by = who.user_id AND close_key = p_key; -- sent before, or a twin of this call was first
    IF NOT FOUND THEN PERFORM refuse('TILL_NOT_OPEN'); END IF;
    IF held.counted <> p_counted OR held.till_id <> coalesce(p_till, held.till_id)
        OR (p_till IS NULL AND held.user_id <> who.user_id) THEN
      PERFORM refuse('KEY_REUSED');
    END IF;
    RETURN held.id;
  END IF;
  cash_account := till_account(held.till_id);
  SELECT ledger_balance INTO should_be FROM balances WHERE account_id = cash_account FOR UPDATE;
  IF p_counted < should_be THEN
    PERFORM write_posting(who, 'TILL', derived_key(p_key, 'short'), 'TRANSFER', branch_account(who.branch_id, 'CASH_SHORT'),
      cash_account, should_be - p_counted, money, 'Till shortage');
  ELSIF p_counted > should_be THEN
    PERFORM write_posting(who, 'TILL', derived_key(p_key, 'over'), 'TRANSFER', cash_account,
      branch_account(who.branch_id, 'CASH_OVER'), p_counted - should_be, money, 'Till surplus');
  END IF;
  IF p_counted > 0 THEN
    PERFORM write_posting(who, 'TILL', derived_key(p_key, 'return'), 'TRANSFER', branch_account(who.branch_id, 'VAULT'),
      cash_account, p_counted, money, 'Till cash returned');
  END IF;
  UPDATE till_sessions SET close_key = p_key, expected = should_be, counted = p_counted, closed_by = who.user_id,
    closed_at = clock_timestamp() WHERE id = held.id;
  RETURN held.id;
END $$;

CREATE FUNCTION receive_vault_cash(p_key uuid, p_amount numeric, p_description text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('SUPERVISOR');
BEGIN
  RETURN (write_posting(who, 'VAULT', p_key, 'TRANSFER', branch_account(who.branch_id, 'VAULT'),
    branch_account(who.branch_id, 'SUSPENSE'), p_amount, branch_currency(who.branch_id), p_description)).posted_id;
END $$;

-- Every way in which the books could be wrong, found from the entries up. No row means that they balance.
CREATE FUNCTION check_books() RETURNS TABLE (fault text, subject text, detail text) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF is_workstation() THEN
    IF coalesce(current_user_role() IN ('SUPERVISOR', 'AUDITOR', 'ADMIN'), false) IS FALSE THEN PERFORM refuse('FORBIDDEN'); END IF;
  END IF;
  RETURN QUERY
    SELECT 'CURRENCY_UNBALANCED', a.currency::text, sum(CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END)::text
      FROM entries e JOIN accounts a ON a.id = e.account_id GROUP BY a.currency
      HAVING sum(CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END) <> 0;
  RETURN QUERY
    SELECT 'TRANSACTION_UNBALANCED', t.transaction_id::text, count(e.id)::text
      FROM transactions t LEFT JOIN entries e ON e.transaction_id = t.id WHERE t.status = 'COMPLETED' GROUP BY t.id
      HAVING count(e.id) < 2 OR sum(CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END) <> 0
        OR sum(e.amount) FILTER (WHERE e.entry_type = 'DEBIT') <> t.amount;
  RETURN QUERY
    SELECT 'BALANCE_DIFFERS', a.account_number::text, format('%s, entries say %s', b.ledger_balance, coalesce(s.total, 0))
      FROM accounts a JOIN balances b ON b.account_id = a.id
      LEFT JOIN LATERAL (SELECT sum(CASE WHEN e.entry_type = normal_side(a.account_type) THEN e.amount ELSE -e.amount END) AS total,
          count(*) AS n, max(e.sequence) AS last FROM entries e WHERE e.account_id = a.id) s ON true
      WHERE b.ledger_balance <> coalesce(s.total, 0) OR b.entry_count <> s.n OR s.n <> coalesce(s.last, 0)
        OR b.available_balance <> available_of(a.account_type, b.ledger_balance, a.minimum_balance, a.agreed_limit);
  RETURN QUERY
    SELECT 'BALANCE_MISSING', a.account_number::text, '' FROM accounts a
      WHERE NOT EXISTS (SELECT FROM balances b WHERE b.account_id = a.id);
END $$;

GRANT EXECUTE ON FUNCTION post_journal(uuid, transaction_type, uuid, uuid, numeric, text, text),
  preview_journal(transaction_type, uuid, uuid, numeric, text), open_till(uuid, uuid, numeric), close_till(uuid, numeric, uuid),
  receive_vault_cash(uuid, numeric, text), check_books() TO corex_app;
