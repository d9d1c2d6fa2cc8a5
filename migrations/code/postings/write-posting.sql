-- What every posting does; not granted to anybody. READ COMMITTED with balance rows locked in the order of their keys: no
-- deadlock between postings, no retry, and each statement after the lock sees what is committed.
-- Returns the transaction and whether it had been posted before.
CREATE OR REPLACE FUNCTION write_posting(who identity, p_door text, p_key uuid, p_type transaction_type, p_from uuid, p_to uuid,
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

-- Writes the entries and the new balances.
CREATE OR REPLACE FUNCTION apply_legs(p_transaction uuid, p_amount numeric, legs assessed_leg[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after)
    SELECT p_transaction, leg.account_id, leg.side, p_amount, leg.sequence, leg.ledger_after FROM unnest(legs) AS leg;
  UPDATE balances b SET ledger_balance = leg.ledger_after, available_balance = leg.available_after,
      entry_count = leg.sequence, updated_at = clock_timestamp()
    FROM unnest(legs) AS leg WHERE b.account_id = leg.account_id;
END $$;
