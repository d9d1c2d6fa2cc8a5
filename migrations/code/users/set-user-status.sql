-- Activates, suspends or deactivates a user. A user who is not active is signed out at once.
CREATE OR REPLACE FUNCTION set_user_status(p_user uuid, p_status party_status) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_other_user(p_user);
  UPDATE users SET status = p_status WHERE id = p_user AND status <> p_status;
  IF p_status <> 'ACTIVE' THEN PERFORM end_sessions_of(p_user, 'ADMINISTRATOR'); END IF;
END $$;
