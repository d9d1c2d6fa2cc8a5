-- Works with a temporary password too: this is how one is replaced.
CREATE OR REPLACE FUNCTION change_own_password(p_current text, p_new_hash text, p_wrapped_key bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := session_identity();
  stored text;
  may_try boolean;
BEGIN
  PERFORM require_sound_transaction();
  IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  may_try := count_attempt(who.user_id);
  SELECT password_hash INTO stored FROM users WHERE id = who.user_id;
  -- IS DISTINCT FROM, because no password at all (NULL) is a wrong one too.
  IF NOT may_try OR ext.crypt(p_current, stored) IS DISTINCT FROM stored THEN PERFORM refuse('PASSWORD_WRONG'); END IF;
  PERFORM reset_attempts(who.user_id);
  UPDATE users SET password_hash = p_new_hash, must_change_password = false WHERE id = who.user_id;
  UPDATE user_keys SET wrapped_key = p_wrapped_key WHERE user_id = who.user_id;
  PERFORM end_sessions_of(who.user_id, who.session_id);
  PERFORM write_audit(who.user_id, 'PASSWORD_CHANGED', 'users', who.user_id, '{}');
END $$;
