-- Gives a user a temporary password, which unlocks the sign-in and ends all sessions. Its callers have asked who may.
CREATE OR REPLACE FUNCTION give_temporary_password(p_user uuid, p_hash text, p_wrapped_key bytea) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  UPDATE users SET password_hash = p_hash, must_change_password = true WHERE id = p_user;
  UPDATE user_keys SET wrapped_key = p_wrapped_key WHERE user_id = p_user;
  PERFORM forgive_attempts((SELECT username FROM users WHERE id = p_user));
  PERFORM end_sessions_of(p_user, 'ADMINISTRATOR');
  PERFORM write_audit((current_origin()).user_id, 'PASSWORD_RESET', 'users', p_user, '{}');
END $$;

-- By the administrator alone: of a user without power.
CREATE OR REPLACE FUNCTION reset_password(p_user uuid, p_hash text, p_wrapped_key bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE changed users := require_other_user(p_user);
BEGIN
  IF NOT is_first_second_person(session_identity(), p_user) THEN PERFORM require_no_power(changed.role); END IF;
  PERFORM give_temporary_password(p_user, p_hash, p_wrapped_key);
END $$;
