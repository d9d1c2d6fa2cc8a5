-- Takes a till for the day, with a float out of the vault. The same key returns the same session.
CREATE OR REPLACE FUNCTION open_till(p_key uuid, p_till uuid, p_float numeric) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  money text := branch_currency(who.branch_id);
  day business_days;
  opened till_sessions;
  taken text; -- which till the caller holds already, or who holds this one
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
      PERFORM write_posting(who, 'TILL', derived_key(p_key, 'float'), 'TRANSFER',
        debit_credit(till_account(p_till), branch_account(who.branch_id, 'VAULT'), p_float), money, 'Till float',
        p_cause_type => 'TILL_SESSION', p_cause_id => opened.id);
    END IF;
    RETURN opened.id;
  END IF;
  SELECT * INTO opened FROM till_sessions WHERE user_id = who.user_id AND open_key = p_key;
  IF FOUND THEN
    IF opened.till_id <> p_till OR opened.opening_float <> p_float THEN PERFORM refuse('KEY_REUSED'); END IF;
    RETURN opened.id;
  END IF;
  SELECT t.name INTO taken FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.user_id = who.user_id AND s.closed_at IS NULL;
  IF FOUND THEN PERFORM refuse('USER_ALREADY_HAS_TILL', jsonb_build_object('till', taken)); END IF;
  SELECT u.full_name INTO taken FROM till_sessions s JOIN users u ON u.id = s.user_id WHERE s.till_id = p_till AND s.closed_at IS NULL;
  PERFORM refuse('TILL_ALREADY_OPEN', jsonb_build_object('holder', taken));
END $$;
