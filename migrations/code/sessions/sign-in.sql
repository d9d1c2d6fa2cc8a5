-- Signs in by two calls, each its own transaction (try-password.sql). The password is verified here, so that a workstation that is not
-- trusted cannot skip the check; hashes are made by bcrypt in the application and never leave the database.
CREATE OR REPLACE FUNCTION begin_sign_in(p_username text, p_password text) RETURNS text LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT try_password('SIGN_IN', p_username, p_password) $$;

-- Opens the session that the ticket has earned, or returns no row. A person has one session: the last sign-in ends the others, so that
-- one till is not worked at two workstations, and a stranger's sign-in is noticed by the person. `awaits` says whether a code (CODE)
-- or the setting up of a device (ENROLMENT) comes next, or that there is no session because the temporary password has ended
-- (NEW_PASSWORD). An application of release 0300-code asks for a new password instead, and is told then to be updated
-- (users/served.sql). At a workstation of another branch it refuses by name: the attempt is on record, and whoever is told has given the
-- right password. Whoever unlocks sends the session from before, and needs no further code.
CREATE OR REPLACE FUNCTION finish_sign_in(p_ticket text)
RETURNS TABLE (session_token text, user_id uuid, username text, full_name text, role user_role, must_change_password boolean,
  wrapped_key bytea, awaits text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  u users;
  before sessions;
  awaits_now boolean;
  token text := encode(ext.gen_random_bytes(32), 'hex');
BEGIN
  SELECT * INTO u FROM take_ticket('SIGN_IN', p_ticket);
  IF NOT FOUND THEN RETURN; END IF;
  IF temporary_has_ended(u) THEN
    IF NOT made_for('0350-code') THEN RETURN; END IF;
    RETURN QUERY SELECT NULL, u.id, u.username::text, u.full_name::text, u.role, true, NULL::bytea, 'NEW_PASSWORD';
    RETURN;
  END IF;
  IF works_elsewhere(u) THEN
    IF NOT made_for('0350-code') THEN RETURN; END IF; -- it has no sentence for it
    PERFORM refuse('WORKSTATION_ELSEWHERE', jsonb_build_object('ownBranch', (SELECT name FROM branches WHERE id = u.branch_id),
      'branch', (SELECT b.name FROM workstations w JOIN branches b ON b.id = w.branch_id WHERE w.login = session_user)));
  END IF;
  SELECT * INTO before FROM sessions WHERE id = (session_identity()).session_id AND user_id = u.id AND NOT awaits_factor;
  awaits_now := before.id IS NULL AND needs_factor(u);
  -- Whoever knows a password and has no device ends nobody's session: where a code comes next, it does (give-code.sql).
  IF NOT awaits_now OR NOT has_factor(u.id) THEN PERFORM end_other_sessions(u.id, NULL); END IF;
  INSERT INTO sessions (token_hash, user_id, workstation, expires_at, epoch, build, awaits_factor, proven_at)
    VALUES (sha256(convert_to(token, 'UTF8')), u.id, session_user, clock_timestamp() + interval '10 hours', u.session_epoch,
      stated_build(), awaits_now, before.proven_at);
  RETURN QUERY SELECT token, u.id, u.username::text, u.full_name::text, u.role,
    u.must_change_password OR awaits_now AND NOT made_for('0350-code'),
    (SELECT k.wrapped_key FROM user_keys k WHERE k.user_id = u.id),
    CASE WHEN awaits_now THEN CASE WHEN has_factor(u.id) THEN 'CODE' ELSE 'ENROLMENT' END END;
END $$;

-- Ends what a person has open but this. One that is locked is being ended by its own holder; waiting for it would let a session keep its
-- person from signing in.
CREATE OR REPLACE FUNCTION end_other_sessions(p_user uuid, p_own uuid) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE sessions SET ended_at = clock_timestamp(),
      ended_because = CASE WHEN workstation = session_user THEN 'SIGNED_IN_AGAIN' ELSE 'OTHER_WORKSTATION' END
    WHERE id IN (SELECT id FROM sessions WHERE user_id = p_user AND ended_at IS NULL AND id IS DISTINCT FROM p_own
      FOR UPDATE SKIP LOCKED) $$;
