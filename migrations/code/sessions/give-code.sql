-- Giving a code by two calls, each its own transaction, as a password is tried (try-password.sql): a wrong one is on record before anybody
-- is told, and counts with the wrong passwords.

CREATE OR REPLACE FUNCTION begin_code(p_code text, p_key bytea) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := session_identity();
  u users;
  found_code record;
BEGIN
  IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  PERFORM begin_attempt();
  SELECT * INTO u FROM users WHERE id = who.user_id;
  found_code := read_code(u.id, p_code, p_key);
  RETURN note_attempt('CODE', u.username, who.session_id::text, may_try_code(u), found_code.step > 0 OR found_code.recovery_number > 0,
    u.session_epoch, found_code.step, found_code.recovery_number);
END $$;

-- Besides the wrong passwords, those of a day: only somebody who knows the password gets as far as to be wrong here.
CREATE OR REPLACE FUNCTION may_try_code(u users) RETURNS boolean LANGUAGE sql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT may_try_password(u.id, u.username) AND codes_locked_until(u.username) IS NULL $$;

-- Whether the code was right; then the session goes on, and is fresh for decisions. False is no error, which would undo what is on record.
CREATE OR REPLACE FUNCTION finish_code(p_ticket text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := session_identity();
  attempt sign_in_attempts;
BEGIN
  IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  attempt := take_attempt('CODE', p_ticket, who.session_id::text);
  IF (attempt.allowed AND attempt.good) IS NOT TRUE THEN RETURN false; END IF;
  IF NOT use_code_up(who.user_id, attempt.step, attempt.recovery_number) THEN RETURN false; END IF;
  PERFORM forgive_attempts(attempt.username, attempt.workstation);
  IF held_back_by(who.session_id) = 'CODE' THEN PERFORM end_other_sessions(who.user_id, who.session_id); END IF;
  PERFORM prove_session(who.session_id);
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION prove_session(p_session uuid) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE sessions SET awaits_factor = false, proven_at = clock_timestamp() WHERE id = p_session $$;

-- What a session has still to do before anything else: CODE, PASSWORD or ENROLMENT; NULL: nothing.
CREATE OR REPLACE FUNCTION held_back_by(p_session uuid) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN s.awaits_factor AND has_factor(u.id) THEN 'CODE' WHEN u.must_change_password THEN 'PASSWORD'
    WHEN s.awaits_factor THEN 'ENROLMENT' END FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = p_session $$;

-- Refuses what a session may not do yet, by the name of what comes first.
CREATE OR REPLACE FUNCTION refuse_held_back(who identity) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF held_back_by(who.session_id) = 'PASSWORD' THEN PERFORM refuse('PASSWORD_CHANGE_REQUIRED'); END IF;
  PERFORM refuse('SECOND_FACTOR_NEEDED');
END $$;

-- Whether a sign-in with the right password still needs a code, or a device to be set up: whoever has or had one, and everybody of a role
-- that needs one.
CREATE OR REPLACE FUNCTION needs_factor(u users) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM second_factors WHERE user_id = u.id AND confirmed_at IS NOT NULL)
    OR EXISTS (SELECT FROM second_factor_roles WHERE branch_id = u.branch_id AND role = u.role) $$;

-- Whoever has a second factor has given a code in this session within five minutes, or the refusal. What gives power and what decides
-- begins with it.
CREATE OR REPLACE FUNCTION require_fresh_code(who identity) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF has_factor(who.user_id) AND NOT EXISTS (SELECT FROM sessions WHERE id = who.session_id AND user_id = who.user_id
      AND proven_at BETWEEN clock_timestamp() - interval '5 minutes' AND clock_timestamp()) THEN
    PERFORM refuse('STEP_UP_NEEDED');
  END IF;
END $$;

-- The same for what is done outside of the database, such as a restore.
CREATE OR REPLACE FUNCTION step_up() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ BEGIN PERFORM require_fresh_code(require_identity()); END $$;
