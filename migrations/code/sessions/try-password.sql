-- Verifies a password and writes down that it was tried. The answer is a ticket, right or wrong: what came of it is told by
-- take_ticket() in a later transaction, and only if this one was committed. A transaction that is rolled back leaves no count, and its
-- caller nothing. Whatever the result, the same rows of the same size are written and as many crypt() are made, also for an unknown
-- name: neither the time nor the statistics of the transaction tell more. p_for binds the ticket to one thing: with another one it is
-- worth nothing. With OVERRIDE whoever needs a second factor gives a code beside the password; a wrong one after a right password is
-- counted with the wrong codes of the day, and is known by the step -1.
CREATE OR REPLACE FUNCTION try_password(p_purpose text, p_username text, p_password text, p_for text DEFAULT '', p_code text DEFAULT NULL,
  p_key bytea DEFAULT NULL) RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  u users;
  verified boolean;
  found_code record;
  lacks_code boolean;
  elsewhere boolean;
BEGIN
  PERFORM begin_attempt();
  SELECT * INTO u FROM users WHERE username = lower(p_username);
  found_code := read_code(u.id, p_code, p_key);
  lacks_code := p_purpose = 'OVERRIDE' AND needs_factor(u) AND found_code.step = 0 AND found_code.recovery_number = 0;
  elsewhere := works_elsewhere(u);
  verified := password_matches(p_password, coalesce(u.password_hash, '$2a$12$2OlBQR1.sdo/ZNEF5wdxW.q8tDDrqeMB1zY9gGfgEkNsRsDXLPP/a'))
    AND u.id IS NOT NULL;
  RETURN note_attempt(p_purpose, p_username, p_for, may_try_password(u.id, left(lower(coalesce(p_username, '')), 50))
      AND (p_purpose <> 'OVERRIDE' OR codes_locked_until(u.username) IS NULL),
    verified AND NOT lacks_code AND coalesce(u.status = 'ACTIVE', false), coalesce(u.session_epoch, 0),
    CASE WHEN verified AND lacks_code THEN -1 ELSE found_code.step END, found_code.recovery_number,
    verified AND p_purpose = 'SIGN_IN' AND elsewhere);
END $$;

-- What comes before every attempt. One after the other, or many at once would all be allowed; only this workstation waits: no row is
-- locked.
CREATE OR REPLACE FUNCTION begin_attempt() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_sound_transaction(); -- an old snapshot would still see a password that has since been reset
  PERFORM require_enrolled();
  PERFORM end_assignments();
  PERFORM pg_advisory_xact_lock(('x' || left(encode(sha256(convert_to('sign-in ' || session_user, 'UTF8')), 'hex'), 16))::bit(64)::bigint);
  PERFORM record_attempts();
  DELETE FROM sign_in_attempts WHERE workstation = session_user AND recorded
    AND tried_at NOT BETWEEN clock_timestamp() - interval '1 day' AND clock_timestamp() + interval '1 day';
END $$;

-- Writes an attempt down and answers its ticket.
CREATE OR REPLACE FUNCTION note_attempt(p_purpose text, p_username text, p_for text, p_allowed boolean, p_good boolean, p_epoch int,
  p_step bigint, p_recovery_number smallint, p_other_branch boolean DEFAULT false) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE ticket text := encode(ext.gen_random_bytes(32), 'hex');
BEGIN
  INSERT INTO sign_in_attempts (ticket_hash, purpose, username, workstation, allowed, good, session_epoch, build, step, recovery_number,
      other_branch)
    VALUES (sha256(convert_to(ticket || p_for, 'UTF8')), p_purpose, left(lower(coalesce(p_username, '')), 50), session_user, p_allowed,
      p_good, p_epoch, stated_build(), p_step, p_recovery_number, p_other_branch);
  RETURN ticket;
END $$;

-- What came of an attempt: the user whose password was right, or no row. Once, within a minute, at the same workstation, and never in
-- the transaction of the attempt. The user's sessions may not have ended since (a reset password, a suspension).
CREATE OR REPLACE FUNCTION take_ticket(p_purpose text, p_ticket text, p_for text DEFAULT '') RETURNS SETOF users LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  attempt sign_in_attempts := take_attempt(p_purpose, p_ticket, p_for);
  u users;
BEGIN
  IF (attempt.allowed AND attempt.good) IS NOT TRUE THEN RETURN; END IF;
  SELECT * INTO u FROM users WHERE username = attempt.username AND status = 'ACTIVE' AND session_epoch = attempt.session_epoch;
  IF NOT FOUND THEN RETURN; END IF;
  IF p_purpose = 'OVERRIDE' AND has_factor(u.id) AND NOT use_code_up(u.id, attempt.step, attempt.recovery_number) THEN RETURN; END IF;
  -- Of whoever has a second factor the count goes on until the code is right too: a known password would lend any number of guesses.
  IF p_purpose = 'OVERRIDE' OR NOT has_factor(u.id) THEN PERFORM forgive_attempts(attempt.username, attempt.workstation); END IF;
  RETURN NEXT u;
END $$;

CREATE OR REPLACE FUNCTION take_attempt(p_purpose text, p_ticket text, p_for text) RETURNS sign_in_attempts LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE attempt sign_in_attempts;
BEGIN
  PERFORM require_sound_transaction();
  PERFORM record_attempts();
  UPDATE sign_in_attempts SET used = true WHERE ticket_hash = sha256(convert_to(p_ticket || p_for, 'UTF8')) AND purpose = p_purpose
      AND workstation = session_user AND NOT used AND xid <> pg_current_xact_id()
      AND tried_at BETWEEN clock_timestamp() - interval '1 minute' AND clock_timestamp()
    RETURNING * INTO attempt;
  RETURN attempt;
END $$;

-- Writes the audit rows of attempts that were committed: of this workstation at once, of the others' when their tickets have expired.
-- Whoever rolls the second step back only leaves that to the next person who signs in.
CREATE OR REPLACE FUNCTION record_attempts() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  a sign_in_attempts;
  found_user users;
BEGIN
  FOR a IN UPDATE sign_in_attempts SET recorded = true WHERE id IN (SELECT id FROM sign_in_attempts
      WHERE NOT recorded AND xid <> pg_current_xact_id()
        AND (workstation = session_user OR tried_at < clock_timestamp() - interval '1 minute') FOR UPDATE SKIP LOCKED) RETURNING * LOOP
    SELECT * INTO found_user FROM users WHERE username = a.username;
    PERFORM write_audit(found_user.id, a.purpose || CASE WHEN NOT a.allowed THEN '_LOCKED' WHEN NOT a.good THEN '_FAILED'
        WHEN a.purpose = 'SIGN_IN' AND temporary_has_ended(found_user) THEN '_ENDED'
        WHEN a.other_branch THEN '_ELSEWHERE' ELSE '' END,
      'users', found_user.id, jsonb_strip_nulls(jsonb_build_object('workstation', a.workstation,
        'username', CASE WHEN NOT (a.allowed AND a.good) THEN a.username END,
        'rowsRead', CASE WHEN a.allowed AND a.good THEN reads_of(found_user.id) END,
        'triedAt', CASE WHEN a.tried_at < clock_timestamp() - interval '1 minute' THEN a.tried_at END)),
      ROW(found_user.id, 'PERSON', 'SIGN_IN', a.id, a.workstation, NULL, a.build)::origin);
  END LOOP;
END $$;
