-- Activates, suspends or deactivates a user. A user who is not active is signed out at once. One person suspends whomever it is, because
-- that may have to be quick; a user with power is let in again by two.
CREATE OR REPLACE FUNCTION set_user_status(p_user uuid, p_status party_status) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE changed users := require_other_user(p_user);
BEGIN
  IF p_status = 'ACTIVE' AND changed.status <> 'ACTIVE' THEN PERFORM require_no_power(changed.role); END IF;
  UPDATE users SET status = p_status WHERE id = p_user AND status <> p_status;
  IF p_status = 'ACTIVE' THEN RETURN; END IF;
  PERFORM end_sessions_of(p_user, 'ADMINISTRATOR');
  PERFORM interrupt_users(ARRAY[p_user]);
END $$;
