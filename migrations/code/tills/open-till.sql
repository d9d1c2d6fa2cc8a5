-- Takes a till for the day, empty. With a float the cash from the vault waits until a second person has counted it too; p_float is what
-- the caller counted. The same key returns the same session.
CREATE OR REPLACE FUNCTION open_till(p_key uuid, p_till uuid, p_float numeric) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  day business_days;
  opened till_sessions;
  float_key uuid := derived_id(p_key, 'float');
  taken text; -- which till the caller holds already, or who holds this one
BEGIN
  IF p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  PERFORM require_unsettled(who, p_key);
  PERFORM check_amount(p_float, branch_currency(who.branch_id));
  PERFORM FROM tills WHERE id = p_till AND branch_id = who.branch_id;
  IF NOT FOUND THEN PERFORM refuse('TILL_NOT_FOUND'); END IF;
  day := require_open_day(who.branch_id);
  INSERT INTO till_sessions (till_id, user_id, business_day_id, open_key, opening_float)
    VALUES (p_till, who.user_id, day.id, p_key, 0) ON CONFLICT DO NOTHING RETURNING * INTO opened;
  IF FOUND THEN
    IF p_float > 0 THEN PERFORM put_till_cash(who, float_key, 'TILL_IN', opened.id, p_float, '{"opening": true}'); END IF;
    RETURN opened.id;
  END IF;
  SELECT * INTO opened FROM till_sessions WHERE user_id = who.user_id AND open_key = p_key;
  IF FOUND THEN
    IF opened.till_id <> p_till OR coalesce(count_by(float_key, who.user_id), 0) <> p_float THEN PERFORM refuse('KEY_REUSED'); END IF;
    RETURN opened.id;
  END IF;
  SELECT t.name INTO taken FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.user_id = who.user_id AND s.closed_at IS NULL;
  IF FOUND THEN PERFORM refuse('USER_ALREADY_HAS_TILL', jsonb_build_object('till', taken)); END IF;
  SELECT u.full_name INTO taken FROM till_sessions s JOIN users u ON u.id = s.user_id WHERE s.till_id = p_till AND s.closed_at IS NULL;
  PERFORM refuse('TILL_ALREADY_OPEN', jsonb_build_object('holder', taken));
END $$;
