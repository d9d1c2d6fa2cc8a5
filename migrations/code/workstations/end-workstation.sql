-- A workstation that is revoked, or enrolled anew, loses its login and its sessions in one transaction; connections that are open then end
-- right after it. Until they have, no call of theirs finds a session, and nobody signs in on them.

-- No row is locked for it, which the workstation itself could hold.
CREATE OR REPLACE FUNCTION one_workstation_at_a_time() RETURNS void LANGUAGE sql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('corex workstations', 0)) $$;

-- Its connections may hold its login and its row in a transaction that does not end. They are ended first, and again where one came back
-- in between: it queues behind this then.
CREATE OR REPLACE FUNCTION end_workstation(w workstations, p_status text, p_by uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET lock_timeout = '500ms' AS $$
BEGIN
  FOR n IN 1..10 LOOP
    BEGIN
      PERFORM corex_logins.close(w.login);
      UPDATE workstations SET status = p_status, ended_at = clock_timestamp(), ended_by = p_by WHERE id = w.id;
      EXIT;
    EXCEPTION WHEN lock_not_available OR internal_error THEN -- the second: the login was changed meanwhile
      IF n = 10 THEN RAISE; END IF;
    END;
  END LOOP;
  UPDATE sessions SET ended_at = clock_timestamp(), ended_because = 'ADMINISTRATOR' WHERE id IN (SELECT id FROM sessions
    WHERE workstation = w.login AND ended_at IS NULL FOR UPDATE SKIP LOCKED);
END $$;

-- One administrator alone revokes a workstation of the branch: that takes power away and gives none. Sent again, it changes nothing.
-- Errors: WORKSTATION_NOT_FOUND, OTHER_BRANCH, OWN_WORKSTATION.
CREATE OR REPLACE FUNCTION revoke_workstation(p_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  found_one workstations;
BEGIN
  PERFORM one_workstation_at_a_time();
  SELECT * INTO found_one FROM workstations WHERE id = p_id;
  IF NOT FOUND THEN PERFORM refuse('WORKSTATION_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'USER_CHANGE', found_one.branch_id);
  IF found_one.login = session_user THEN PERFORM refuse('OWN_WORKSTATION'); END IF;
  IF found_one.status = 'ACTIVE' THEN PERFORM end_workstation(found_one, 'REVOKED', who.user_id); END IF;
END $$;

-- Takes a code back that nobody has used: of the own branch, or one that its people made for another. Errors: CODE_NOT_OPEN, OTHER_BRANCH.
CREATE OR REPLACE FUNCTION cancel_workstation_code(p_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  code enrolment_codes;
BEGIN
  SELECT * INTO code FROM enrolment_codes WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('CODE_NOT_OPEN'); END IF;
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_id AND branch_id = who.branch_id) THEN
    PERFORM require_branch(who, 'USER_CHANGE', code.branch_id);
  END IF;
  IF code.status = 'USED' THEN PERFORM refuse('CODE_NOT_OPEN'); END IF;
  UPDATE enrolment_codes SET status = 'CANCELLED' WHERE id = p_id AND status = 'OPEN';
END $$;

-- Ends the connections of logins that were closed. A transaction of its own, because until the login is closed for everybody it would
-- connect again; several times, because one that was being let in at that moment is in no list yet. Anybody's workstation may ask for it:
-- nothing that still counts is ended.
CREATE OR REPLACE FUNCTION end_closed_connections() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE ended bigint := 0;
BEGIN
  FOR n IN 1..5 LOOP
    ended := ended + (SELECT count(*) FROM workstations w, corex_logins.end_connections(w.login) AS done
      WHERE w.status <> 'ACTIVE' AND w.ended_at > clock_timestamp() - interval '1 day' AND done);
    PERFORM pg_sleep(0.1);
  END LOOP;
  RETURN ended;
END $$;

-- Refuses a sign-in on a connection that a closed login still has.
CREATE OR REPLACE FUNCTION require_enrolled() RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM workstations WHERE login = session_user AND status <> 'ACTIVE') THEN PERFORM refuse('WORKSTATION_REVOKED'); END IF;
END $$;
