-- Changes one's own password by two calls, as signing in is (sessions/try-password.sql), so that whoever found a session open cannot guess
-- its password unseen. Works with a temporary password too: this is how one is replaced.
CREATE OR REPLACE FUNCTION begin_password_change(p_current text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := session_identity();
BEGIN
  IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  IF held_back_by(who.session_id) = 'CODE' THEN PERFORM refuse('SECOND_FACTOR_NEEDED'); END IF;
  RETURN try_password('PASSWORD_CHECK', (SELECT username FROM users WHERE id = who.user_id), p_current);
END $$;

-- Needs the ticket of the caller's current password; false says that it was wrong, and not an error, which would undo the audit row. The
-- new one comes as it was typed, as at each sign-in, so that the rules hold whatever a workstation does. Ends the caller's other sessions.
CREATE OR REPLACE FUNCTION set_own_password(p_ticket text, p_password text, p_wrapped_key bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := session_identity();
  u users;
BEGIN
  IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  SELECT * INTO u FROM take_ticket('PASSWORD_CHECK', p_ticket) WHERE id = who.user_id;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM require_good_password(p_password, words_of_person(u));
  UPDATE users SET password_hash = ext.crypt(normalize(p_password, NFKC), ext.gen_salt('bf', 12)), must_change_password = false
    WHERE id = who.user_id;
  UPDATE user_keys SET wrapped_key = p_wrapped_key WHERE user_id = who.user_id;
  PERFORM end_sessions_of(who.user_id, 'PASSWORD', who.session_id);
  PERFORM write_audit(who.user_id, 'PASSWORD_CHANGED', 'users', who.user_id, '{}');
  RETURN true;
END $$;
