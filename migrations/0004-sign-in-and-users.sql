-- Sign-in, sign-out and the administrator's functions over users. Passwords are verified here, so that a workstation
-- that is not trusted cannot skip the check; hashes are made by bcrypt in the application and never leave the database.

CREATE FUNCTION sign_in(p_username text, p_password text)
RETURNS TABLE (session_token text, user_id uuid, username text, full_name text, role user_role, must_change_password boolean, wrapped_key bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  u users;
  may_try boolean := false;
  good boolean;
  token text;
BEGIN
  PERFORM require_sound_transaction(); -- an old snapshot still knows the password that was reset since
  SELECT * INTO u FROM users WHERE username = lower(p_username); -- no row lock: it would let a stranger block a colleague
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
  RETURN QUERY SELECT token, u.id, u.username::text, u.full_name::text, u.role, u.must_change_password, (SELECT k.wrapped_key FROM user_keys k WHERE k.user_id = u.id);
END $$;

CREATE FUNCTION sign_out() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := session_identity();
BEGIN
  UPDATE sessions SET ended_at = clock_timestamp() WHERE id = who.session_id AND ended_at IS NULL;
  IF FOUND THEN
    PERFORM write_audit(who.user_id, 'SIGN_OUT', 'users', who.user_id, jsonb_build_object('workstation', session_user));
  END IF;
END $$;

-- Locking the workstation leaves the session alive, so that typed work survives; the auditor still sees when.
CREATE FUNCTION note_lock() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := session_identity();
BEGIN
  PERFORM require_sound_transaction();
  IF who.user_id IS NOT NULL THEN
    PERFORM write_audit(who.user_id, 'LOCK', 'users', who.user_id, jsonb_build_object('workstation', session_user));
  END IF;
END $$;

CREATE FUNCTION end_sessions_of(p_user uuid, p_except uuid DEFAULT NULL) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE sessions SET ended_at = clock_timestamp() WHERE user_id = p_user AND ended_at IS NULL AND id IS DISTINCT FROM p_except $$;

-- Works with a temporary password too, which is the point of it.
CREATE FUNCTION change_own_password(p_current text, p_new_hash text, p_wrapped_key bytea) RETURNS void
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

-- Locks the row and refuses one's own: an administrator must not be able to lock the last door from outside. Two who
-- suspend each other could, so all administrators' rows are locked first and the identity is asked again after the wait.
CREATE FUNCTION require_other_user(p_user uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN');
BEGIN
  PERFORM FROM users WHERE id = p_user OR role = 'ADMIN' ORDER BY id FOR NO KEY UPDATE; -- KEY would hold up that user's postings
  who := require_identity('ADMIN');
  IF NOT EXISTS (SELECT FROM users WHERE id = p_user) THEN PERFORM refuse('USER_NOT_FOUND'); END IF;
  IF p_user = who.user_id THEN PERFORM refuse('OWN_USER'); END IF;
END $$;

CREATE FUNCTION set_user_status(p_user uuid, p_status party_status) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_other_user(p_user);
  UPDATE users SET status = p_status WHERE id = p_user AND status <> p_status;
  IF p_status <> 'ACTIVE' THEN PERFORM end_sessions_of(p_user); END IF;
END $$;

CREATE FUNCTION reset_password(p_user uuid, p_hash text, p_wrapped_key bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_other_user(p_user);
  UPDATE users SET password_hash = p_hash, must_change_password = true WHERE id = p_user;
  UPDATE user_keys SET wrapped_key = p_wrapped_key WHERE user_id = p_user;
  PERFORM reset_attempts(p_user);
  PERFORM end_sessions_of(p_user);
  PERFORM write_audit(current_user_id(), 'PASSWORD_RESET', 'users', p_user, '{}');
END $$;

-- Sent twice, it makes one user; the temporary password, which nobody has used yet, is the one that was sent last.
CREATE FUNCTION create_user(p_id uuid, p_username text, p_full_name text, p_email text, p_role user_role, p_hash text, p_wrapped_key bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN');
BEGIN
  INSERT INTO users (id, username, full_name, email, role, password_hash, branch_id)
    VALUES (p_id, p_username, p_full_name, p_email, p_role, p_hash, who.branch_id) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN
    IF NOT EXISTS (SELECT FROM users WHERE id = p_id AND username = p_username AND full_name = p_full_name AND email = p_email
        AND role = p_role AND must_change_password) THEN PERFORM refuse('KEY_REUSED'); END IF;
    PERFORM reset_password(p_id, p_hash, p_wrapped_key);
    RETURN;
  END IF;
  INSERT INTO user_keys (user_id, wrapped_key) VALUES (p_id, p_wrapped_key);
END $$;

-- What this application's version is compared with. The migrator's table is the truth; this is the door to it.
CREATE FUNCTION schema_version() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN (SELECT max(name) FROM kysely_migration);
END $$;

GRANT EXECUTE ON FUNCTION sign_in(text, text), sign_out(), note_lock(), change_own_password(text, text, bytea),
  create_user(uuid, text, text, text, user_role, text, bytea), set_user_status(uuid, party_status),
  reset_password(uuid, text, bytea), schema_version() TO corex_app;
