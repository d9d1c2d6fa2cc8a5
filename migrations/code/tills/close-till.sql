-- What a count and the books differ by, between the till and what was short or over. The count is its person's, and so is the cash that
-- goes back to the vault; the difference is the system's correction, and nobody's posting.
CREATE OR REPLACE FUNCTION post_difference(who identity, held till_sessions, p_cash uuid, p_difference numeric, p_currency text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  legs posting_leg[] := CASE WHEN p_difference < 0
    THEN debit_credit(branch_account(who.branch_id, 'CASH_SHORT'), p_cash, -p_difference)
    ELSE debit_credit(p_cash, branch_account(who.branch_id, 'CASH_OVER'), p_difference) END;
BEGIN
  IF p_difference = 0 THEN RETURN; END IF;
  PERFORM write_posting(who, 'TILL', derived_key(held.id, 'difference'), 'TRANSFER', legs, p_currency,
    CASE WHEN p_difference < 0 THEN 'Till shortage' ELSE 'Till surplus' END,
    p_actor => 'CORRECTION', p_cause_type => 'TILL_SESSION', p_cause_id => held.id);
END $$;

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
  PERFORM post_difference(who, held, cash_account, p_counted - should_be, money);
  IF p_counted > 0 THEN
    PERFORM write_posting(who, 'TILL', derived_key(p_key, 'return'), 'TRANSFER',
      debit_credit(branch_account(who.branch_id, 'VAULT'), cash_account, p_counted), money, 'Till cash returned',
      p_cause_type => 'TILL_SESSION', p_cause_id => held.id);
  END IF;
  UPDATE till_sessions SET close_key = p_key, expected = should_be, counted = p_counted, closed_by = who.user_id,
    closed_at = clock_timestamp() WHERE id = held.id;
  RETURN held.id;
END $$;
