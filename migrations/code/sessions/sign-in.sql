-- Signs in, or returns no row. The password is verified here, so that a workstation that is not trusted cannot skip the check;
-- hashes are made by bcrypt in the application and never leave the database.
CREATE OR REPLACE FUNCTION sign_in(p_username text, p_password text)
RETURNS TABLE (session_token text, user_id uuid, username text, full_name text, role user_role, must_change_password boolean,
  wrapped_key bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  u users;
  may_try boolean := false;
  good boolean;
  token text;
BEGIN
  PERFORM require_sound_transaction(); -- an old snapshot would still see a password that has since been reset
  SELECT * INTO u FROM users WHERE username = lower(p_username); -- no row lock: it would let an outsider block a user
  IF FOUND THEN may_try := count_attempt(u.id); END IF;
  -- Always one crypt(), also for an unknown name: the time of the answer must not tell who exists.
  good := coalesce(ext.crypt(p_password, coalesce(u.password_hash,
    '$2a$12$2OlBQR1.sdo/ZNEF5wdxW.q8tDDrqeMB1zY9gGfgEkNsRsDXLPP/a')) = u.password_hash, false)
    AND u.status = 'ACTIVE' AND may_try;
  IF NOT good THEN
    PERFORM write_audit(u.id, CASE WHEN u.id IS NOT NULL AND NOT may_try THEN 'SIGN_IN_LOCKED' ELSE 'SIGN_IN_FAILED' END,
      'users', u.id, jsonb_build_object('workstation', session_user, 'username', left(p_username, 50)));
    RETURN; -- no row, and no error: an error would undo the audit row
  END IF;
  PERFORM reset_attempts(u.id);
  token := encode(ext.gen_random_bytes(32), 'hex');
  INSERT INTO sessions (token_hash, user_id, workstation, expires_at)
    VALUES (sha256(convert_to(token, 'UTF8')), u.id, session_user, clock_timestamp() + interval '10 hours');
  PERFORM write_audit(u.id, 'SIGN_IN', 'users', u.id, jsonb_build_object('workstation', session_user));
  RETURN QUERY SELECT token, u.id, u.username::text, u.full_name::text, u.role, u.must_change_password,
    (SELECT k.wrapped_key FROM user_keys k WHERE k.user_id = u.id);
END $$;
