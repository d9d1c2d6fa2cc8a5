-- Ends the session of this connection. Without one it does nothing.
CREATE OR REPLACE FUNCTION sign_out() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := session_identity();
BEGIN
  UPDATE sessions SET ended_at = clock_timestamp() WHERE id = who.session_id AND ended_at IS NULL;
  IF FOUND THEN
    PERFORM write_audit(who.user_id, 'SIGN_OUT', 'users', who.user_id, jsonb_build_object('workstation', session_user));
  END IF;
END $$;

-- Signs a user out everywhere, except in one session where it is given.
CREATE OR REPLACE FUNCTION end_sessions_of(p_user uuid, p_except uuid DEFAULT NULL) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE sessions SET ended_at = clock_timestamp() WHERE user_id = p_user AND ended_at IS NULL AND id IS DISTINCT FROM p_except $$;
