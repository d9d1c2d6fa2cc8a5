-- Holds on an account. Called by the functions of postings that wait for an approval, and of whoever may hold a customer's funds; they have
-- asked who may. Both lock the balance first, like a posting, so that neither overtakes the other.

-- Changes what is held of an account whose balance is locked.
CREATE OR REPLACE FUNCTION change_held(p_account uuid, p_by numeric) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE balances SET held = held + p_by, available_balance = available_balance - p_by, updated_at = clock_timestamp()
    WHERE account_id = p_account $$;

-- Holds an amount, of which no more than what could be drawn. The caller names the hold: sent twice, it is placed once. A hold of a
-- posting that waits names that transaction.
CREATE OR REPLACE FUNCTION place_hold(who identity, p_id uuid, p_account uuid, p_amount numeric, p_reason text, p_kind text,
  p_transaction uuid DEFAULT NULL, p_expires date DEFAULT NULL)
RETURNS uuid LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  account accounts;
  drawable numeric;
  earlier holds;
BEGIN
  SELECT available_balance INTO drawable FROM balances WHERE account_id = p_account FOR UPDATE;
  SELECT * INTO account FROM accounts WHERE id = p_account;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  SELECT * INTO earlier FROM holds WHERE id = p_id;
  IF FOUND THEN
    IF (earlier.account_id, earlier.amount, earlier.reason, earlier.kind, earlier.placed_by, earlier.expires_on)
        IS DISTINCT FROM (p_account, p_amount, p_reason::varchar, p_kind::varchar, who.user_id, p_expires) THEN
      PERFORM refuse('KEY_REUSED');
    END IF;
    RETURN earlier.id;
  END IF;
  PERFORM check_amount(p_amount, account.currency);
  IF p_amount = 0 THEN PERFORM refuse('AMOUNT_ZERO'); END IF;
  IF account.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', account.account_number)); END IF;
  IF drawable < p_amount THEN
    PERFORM refuse('INSUFFICIENT_FUNDS', jsonb_build_object('available', greatest(drawable, 0.00)::text, 'currency', account.currency));
  END IF;
  INSERT INTO holds (id, account_id, amount, currency, reason, kind, transaction_id, placed_by, expires_on)
    VALUES (p_id, p_account, p_amount, account.currency, p_reason, p_kind, p_transaction, who.user_id, p_expires);
  PERFORM change_held(p_account, p_amount);
  RETURN p_id;
END $$;

-- Releases a hold, with a reason; where `who` names nobody, by the system.
CREATE OR REPLACE FUNCTION release_hold(who identity, p_hold uuid, p_reason text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE placed holds;
BEGIN
  PERFORM FROM balances WHERE account_id = (SELECT account_id FROM holds WHERE id = p_hold) FOR UPDATE;
  SELECT * INTO placed FROM holds WHERE id = p_hold;
  IF NOT FOUND THEN PERFORM refuse('HOLD_NOT_FOUND'); END IF;
  IF placed.released_at IS NOT NULL THEN PERFORM refuse('HOLD_RELEASED'); END IF;
  UPDATE holds SET released_by = who.user_id, released_at = clock_timestamp(), release_reason = p_reason WHERE id = p_hold;
  PERFORM change_held(placed.account_id, -placed.amount);
END $$;
