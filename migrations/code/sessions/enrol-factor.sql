-- Setting up a device: the secret is told once, and in force when the device has made a code of it.

-- A new secret. At a sign-in that waits for it the password has just been given; later it is given again (begin_password_change), so that
-- nobody sets up a device at a session that somebody left open, and with a fresh code of the device before. NULL: the password was wrong.
CREATE OR REPLACE FUNCTION begin_factor(p_ticket text, p_key bytea) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := session_identity();
  held text := held_back_by(who.session_id);
  secret bytea := ext.gen_random_bytes(20);
BEGIN
  IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  IF held IN ('CODE', 'PASSWORD') THEN PERFORM refuse_held_back(who); END IF;
  IF octet_length(p_key) IS DISTINCT FROM 32 THEN PERFORM refuse('VALIDATION'); END IF;
  IF held IS NULL THEN
    PERFORM require_fresh_code(who);
    PERFORM FROM take_ticket('PASSWORD_CHECK', p_ticket) WHERE id = who.user_id;
    IF NOT FOUND THEN RETURN NULL; END IF;
  END IF;
  INSERT INTO second_factors (user_id, offered_secret, offered_at) VALUES (who.user_id, seal_secret(secret, p_key), clock_timestamp())
    ON CONFLICT (user_id) DO UPDATE SET offered_secret = excluded.offered_secret, offered_at = excluded.offered_at;
  RETURN secret;
END $$;

-- Whether this code, in this session, put the device in force less than a minute ago. No later code and no recovery code was used
-- since: only this session can have been proven since then.
CREATE OR REPLACE FUNCTION repeats_confirmation(factor second_factors, p_session uuid, p_code text, p_key bytea) RETURNS boolean
LANGUAGE sql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(factor.offered_secret IS NULL
    AND clock_timestamp() BETWEEN factor.confirmed_at AND factor.confirmed_at + interval '1 minute'
    AND EXISTS (SELECT FROM sessions WHERE id = p_session AND proven_at >= factor.confirmed_at)
    AND NOT EXISTS (SELECT FROM recovery_codes WHERE user_id = factor.user_id AND used_at IS NOT NULL)
    AND code_of_step(unseal_secret(factor.sealed_secret, p_key), factor.last_step) = translate(p_code, ' ', ''), false) $$;

-- Puts the device in force by its first code, which is used up by it, and answers the recovery codes, which nobody is told again.
-- NULL: the code is not right, or was offered longer ago than a quarter of an hour. Whose answer was lost sends the same code once more.
CREATE OR REPLACE FUNCTION confirm_factor(p_code text, p_key bytea) RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := session_identity();
  factor second_factors;
  used bigint;
BEGIN
  PERFORM require_sound_transaction();
  IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  IF held_back_by(who.session_id) IN ('CODE', 'PASSWORD') THEN PERFORM refuse_held_back(who); END IF;
  SELECT * INTO factor FROM second_factors WHERE user_id = who.user_id FOR UPDATE;
  IF repeats_confirmation(factor, who.session_id, p_code, p_key) THEN
    PERFORM write_audit(who.user_id, 'SECOND_FACTOR_SET', 'users', who.user_id, '{"again": true}');
    RETURN make_recovery_codes(who.user_id);
  END IF;
  IF NOT FOUND OR (factor.offered_at BETWEEN clock_timestamp() - interval '15 minutes' AND clock_timestamp()) IS NOT TRUE THEN
    RETURN NULL;
  END IF;
  used := step_of_code(unseal_secret(factor.offered_secret, p_key), translate(p_code, ' ', ''), 0);
  IF used IS NULL THEN RETURN NULL; END IF;
  UPDATE second_factors SET sealed_secret = offered_secret, confirmed_at = clock_timestamp(), last_step = used, offered_secret = NULL,
    offered_at = NULL WHERE user_id = who.user_id;
  PERFORM prove_session(who.session_id);
  PERFORM write_audit(who.user_id, 'SECOND_FACTOR_SET', 'users', who.user_id, jsonb_build_object('workstation', session_user));
  RETURN make_recovery_codes(who.user_id);
END $$;

-- One's own: since when, and how many recovery codes are left; no row without one.
CREATE OR REPLACE FUNCTION own_factor() RETURNS TABLE (since timestamptz, codes_left int) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity();
BEGIN
  RETURN QUERY SELECT f.confirmed_at, (SELECT count(*)::int FROM recovery_codes r WHERE r.user_id = f.user_id AND r.used_at IS NULL)
    FROM second_factors f WHERE f.user_id = who.user_id AND f.sealed_secret IS NOT NULL;
END $$;

-- Takes somebody's device out of force: the next sign-in sets up another one. All sessions of the person end.
CREATE OR REPLACE FUNCTION forget_factor(p_user uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  UPDATE second_factors SET sealed_secret = NULL, offered_secret = NULL, offered_at = NULL
    WHERE user_id = p_user AND sealed_secret IS NOT NULL;
  IF NOT FOUND THEN RETURN; END IF;
  DELETE FROM recovery_codes WHERE user_id = p_user;
  UPDATE users SET session_epoch = session_epoch + 1 WHERE id = p_user;
  PERFORM end_sessions_of(p_user, 'ADMINISTRATOR');
  PERFORM write_audit((current_origin()).user_id, 'SECOND_FACTOR_RESET', 'users', p_user, '{}');
END $$;
