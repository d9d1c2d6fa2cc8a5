-- Closes the caller's till, or for a supervisor the one that is named, on a blind count: posts the difference to shortage
-- or surplus, returns the cash to the vault, and only then returns the expected amount.
CREATE OR REPLACE FUNCTION close_till(p_key uuid, p_counted numeric, p_till uuid DEFAULT NULL)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
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
  SELECT * INTO held FROM till_sessions
    WHERE closed_at IS NULL AND (till_id = p_till OR p_till IS NULL AND user_id = who.user_id) FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM till_sessions WHERE closed_by = who.user_id AND close_key = p_key) THEN
    -- sent before, or the same call finished first on another connection
    SELECT * INTO held FROM till_sessions WHERE closed_by = who.user_id AND close_key = p_key;
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
    PERFORM write_posting(who, 'TILL', derived_key(p_key, 'short'), 'TRANSFER',
      debit_credit(branch_account(who.branch_id, 'CASH_SHORT'), cash_account, should_be - p_counted), money, 'Till shortage');
  ELSIF p_counted > should_be THEN
    PERFORM write_posting(who, 'TILL', derived_key(p_key, 'over'), 'TRANSFER',
      debit_credit(cash_account, branch_account(who.branch_id, 'CASH_OVER'), p_counted - should_be), money, 'Till surplus');
  END IF;
  IF p_counted > 0 THEN
    PERFORM write_posting(who, 'TILL', derived_key(p_key, 'return'), 'TRANSFER',
      debit_credit(branch_account(who.branch_id, 'VAULT'), cash_account, p_counted), money, 'Till cash returned');
  END IF;
  UPDATE till_sessions SET close_key = p_key, expected = should_be, counted = p_counted, closed_by = who.user_id,
    closed_at = clock_timestamp() WHERE id = held.id;
  RETURN held.id;
END $$;
