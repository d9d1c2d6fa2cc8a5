-- A code becomes a login by two calls of the login corex_redeem, whose password is no secret: everything rests on the code. As with a
-- password (sessions/try-password.sql), the first call writes down that it was tried, and the second answers only what was committed.

-- Tries a code. The answer is a ticket, right or wrong. p_verifier is the secret of the password that the computer made: the server never
-- sees the password. With the ticket it has to be given again.
CREATE OR REPLACE FUNCTION begin_enrolment(p_code text, p_computer text, p_verifier text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  rules enrolment_rules;
  ticket text := encode(ext.gen_random_bytes(32), 'hex');
  said text := coalesce(nullif(left(clean_text(regexp_replace(p_computer, '[[:cntrl:]]', '', 'g')), 100), ''), '?');
  from_address text := coalesce(host(inet_client_addr()), '::');
  tried record;
  found_code enrolment_codes;
  verdict text;
BEGIN
  PERFORM require_sound_transaction(), require_first_change();
  PERFORM one_enrolment_at_a_time();
  SELECT * INTO STRICT rules FROM enrolment_rules;
  SELECT count(*) FILTER (WHERE a.address = from_address AND a.verdict <> 'TOO_OFTEN') AS here,
      count(*) FILTER (WHERE a.address = from_address AND a.verdict = 'TOO_OFTEN') AS unread,
      count(*) FILTER (WHERE a.verdict <> 'TOO_OFTEN') AS in_all INTO tried
    FROM enrolment_attempts a
    WHERE a.verdict <> 'GOOD' AND a.tried_at BETWEEN clock_timestamp() - rules.within AND clock_timestamp();
  -- Unrecorded from here on, so that nobody fills the log.
  IF tried.in_all >= rules.tries_in_all OR tried.unread >= rules.tries_per_address THEN PERFORM refuse('CODE_TRIED_TOO_OFTEN'); END IF;
  SELECT * INTO found_code FROM enrolment_codes WHERE code_hash = sha256(convert_to(coalesce(p_code, ''), 'UTF8'));
  verdict := CASE WHEN tried.here >= rules.tries_per_address THEN 'TOO_OFTEN' ELSE verdict_on(found_code, said, p_verifier) END;
  DELETE FROM enrolment_attempts WHERE tried_at < clock_timestamp() - interval '90 days';
  INSERT INTO enrolment_attempts (ticket_hash, computer, address, code_id, verdict)
    VALUES (sha256(convert_to(ticket || p_verifier, 'UTF8')), said, from_address, found_code.id, verdict);
  PERFORM write_audit(NULL, 'ENROLMENT_' || verdict, 'enrolment_codes', found_code.id,
    jsonb_strip_nulls(jsonb_build_object('computer', said, 'address', from_address, 'expected', found_code.computer)),
    ROW(NULL, 'PERSON', 'ENROLMENT', NULL, session_user, NULL, stated_build())::origin);
  RETURN ticket;
END $$;

-- One after the other, or many at once would all be looked at. Whoever leaves a transaction open keeps nobody from it.
CREATE OR REPLACE FUNCTION one_enrolment_at_a_time() RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET lock_timeout = '500ms' AS $$
BEGIN
  FOR n IN 1..5 LOOP
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtextextended('corex enrolment', 0));
      RETURN;
    EXCEPTION WHEN lock_not_available THEN
      IF n = 5 THEN RAISE; END IF;
      PERFORM corex_logins.interrupt('corex_redeem');
    END;
  END LOOP;
END $$;

-- What a code is worth to the computer that gives it, with that secret.
CREATE OR REPLACE FUNCTION verdict_on(code enrolment_codes, p_computer text, p_verifier text) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN code.id IS NULL OR p_verifier IS NULL THEN 'WRONG'
    WHEN code.status = 'USED' THEN
      CASE WHEN code.verifier_hash = sha256(convert_to(p_verifier, 'UTF8')) THEN 'GOOD' ELSE 'USED' END
    WHEN code.status = 'CANCELLED' OR code.expires_at <= clock_timestamp()
      OR EXISTS (SELECT FROM branches WHERE id = code.branch_id AND closed_at IS NOT NULL) THEN 'EXPIRED'
    WHEN lower(code.computer) <> lower(p_computer) THEN 'OTHER_COMPUTER'
    WHEN taken_by(code) IS NOT NULL THEN 'TAKEN' ELSE 'GOOD' END $$;

-- The other branch at which a computer of that name is enrolled: it has to be revoked there first.
CREATE OR REPLACE FUNCTION taken_by(code enrolment_codes) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT b.name FROM workstations w JOIN branches b ON b.id = w.branch_id
  WHERE lower(w.computer) = lower(code.computer) AND w.status = 'ACTIVE' AND w.branch_id <> code.branch_id $$;

-- Answers what became of an attempt, once, within a minute: the new login, or why there is none. Sent again with the same secret after
-- its answer was lost, a code answers the login that it made.
CREATE OR REPLACE FUNCTION finish_enrolment(p_ticket text, p_verifier text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  attempt enrolment_attempts;
  code enrolment_codes;
  verdict text;
BEGIN
  PERFORM require_sound_transaction(), require_first_change();
  UPDATE enrolment_attempts SET used = true WHERE ticket_hash = sha256(convert_to(p_ticket || p_verifier, 'UTF8')) AND NOT used
      AND xid <> pg_current_xact_id() AND tried_at BETWEEN clock_timestamp() - interval '1 minute' AND clock_timestamp()
    RETURNING * INTO attempt;
  IF NOT FOUND THEN RETURN jsonb_build_object('verdict', 'WRONG'); END IF;
  SELECT * INTO code FROM enrolment_codes WHERE id = attempt.code_id FOR UPDATE;
  PERFORM FROM branches WHERE id = code.branch_id FOR KEY SHARE; -- it is not closed meanwhile
  verdict := CASE attempt.verdict WHEN 'GOOD' THEN verdict_on(code, attempt.computer, p_verifier) ELSE attempt.verdict END;
  IF verdict = 'GOOD' AND code.status = 'OPEN' THEN code := use_code(code, attempt, p_verifier); END IF;
  RETURN jsonb_strip_nulls(jsonb_build_object('verdict', verdict,
    'login', CASE verdict WHEN 'GOOD' THEN (SELECT login FROM workstations WHERE id = code.workstation_id) END,
    'branch', CASE verdict WHEN 'TAKEN' THEN taken_by(code) END,
    'computer', CASE verdict WHEN 'USED' THEN code.used_by WHEN 'OTHER_COMPUTER' THEN code.computer END,
    'address', CASE verdict WHEN 'USED' THEN code.used_from END,
    'at', CASE verdict WHEN 'USED' THEN code.used_at WHEN 'EXPIRED' THEN code.expires_at END));
END $$;

-- Makes the login that the code stands for. Where the same computer is enrolled, the new login takes the place of the old one. What is
-- written is whose proposal it was, under its approval.
CREATE OR REPLACE FUNCTION use_code(code enrolment_codes, attempt enrolment_attempts, p_verifier text) RETURNS enrolment_codes
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE made workstations;
BEGIN
  PERFORM acting_as('PERSON', 'APPROVAL', code.id, (SELECT proposed_by FROM approvals WHERE id = code.id));
  PERFORM one_workstation_at_a_time();
  PERFORM end_workstation(w, 'REPLACED', NULL) FROM workstations w WHERE lower(w.computer) = lower(code.computer) AND w.status = 'ACTIVE';
  INSERT INTO workstations (login, computer, branch_id)
    VALUES (login_for(code.computer), code.computer, code.branch_id) RETURNING * INTO made;
  PERFORM corex_logins.make(made.login, p_verifier);
  UPDATE enrolment_codes SET status = 'USED', used_at = clock_timestamp(), used_by = attempt.computer, used_from = attempt.address,
    verifier_hash = sha256(convert_to(p_verifier, 'UTF8')), workstation_id = made.id WHERE id = code.id RETURNING * INTO code;
  RETURN code;
END $$;

-- A name for a login that nobody has: the computer's in letters that every tool takes, and eight random digits.
CREATE OR REPLACE FUNCTION login_for(p_computer text) RETURNS text LANGUAGE sql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT 'ws_' || left(trim(BOTH '_' FROM regexp_replace(lower(p_computer), '[^a-z0-9]+', '_', 'g')), 40) || '_'
    || encode(ext.gen_random_bytes(4), 'hex') $$;
