-- Changes name, e-mail address and role of a user; a role with power is given and taken by two people. Nobody changes the own role, so
-- that one administrator is always left. A user whose role changes is signed out at once: the window shows what the old role may do.
CREATE OR REPLACE FUNCTION update_user(p_user uuid, p_full_name text, p_email text, p_role user_role) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE before users := require_user(p_user);
BEGIN
  IF before.role <> p_role AND p_user = current_user_id() THEN PERFORM refuse('OWN_ROLE'); END IF;
  IF before.role <> p_role THEN PERFORM require_no_power(before.role, p_role); END IF;
  UPDATE users SET full_name = p_full_name, email = p_email, role = p_role
    WHERE id = p_user AND (full_name, email, role) IS DISTINCT FROM (p_full_name, p_email, p_role);
  IF before.role <> p_role THEN PERFORM end_sessions_of(p_user, 'ADMINISTRATOR'); END IF;
END $$;

-- Ends a lock-out of a user without power. The password stays as it is.
CREATE OR REPLACE FUNCTION unlock_user(p_user uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE locked users := require_user(p_user);
BEGIN
  PERFORM require_no_power(locked.role);
  PERFORM forgive_attempts(locked.username);
  PERFORM write_audit(current_user_id(), 'UNLOCKED', 'users', p_user, '{}');
END $$;
