-- A workstation that is revoked, or enrolled anew, loses its login and its sessions in one transaction; connections that are open then end
-- right after it. Until they have, no call of theirs finds a session, and nobody signs in on them.

CREATE OR REPLACE FUNCTION end_workstation(w workstations, p_status text, p_by uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM corex_logins.close(w.login);
  UPDATE workstations SET status = p_status, ended_at = clock_timestamp(), ended_by = p_by WHERE id = w.id;
  UPDATE sessions SET ended_at = clock_timestamp(), ended_because = 'ADMINISTRATOR' WHERE workstation = w.login AND ended_at IS NULL;
END $$;

-- One administrator alone revokes a workstation of the branch: that takes power away and gives none. Sent again, it changes nothing.
-- Errors: WORKSTATION_NOT_FOUND, OTHER_BRANCH, OWN_WORKSTATION.
CREATE OR REPLACE FUNCTION revoke_workstation(p_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  found_one workstations;
BEGIN
  SELECT * INTO found_one FROM workstations WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('WORKSTATION_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'USER_CHANGE', found_one.branch_id);
  IF found_one.login = session_user THEN PERFORM refuse('OWN_WORKSTATION'); END IF;
  IF found_one.status = 'ACTIVE' THEN PERFORM end_workstation(found_one, 'REVOKED', who.user_id); END IF;
END $$;

-- Takes a code back that nobody has used. Errors: CODE_NOT_OPEN, OTHER_BRANCH.
CREATE OR REPLACE FUNCTION cancel_workstation_code(p_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  code enrolment_codes;
BEGIN
  SELECT * INTO code FROM enrolment_codes WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('CODE_NOT_OPEN'); END IF;
  PERFORM require_branch(who, 'USER_CHANGE', code.branch_id);
  IF code.status = 'USED' THEN PERFORM refuse('CODE_NOT_OPEN'); END IF;
  UPDATE enrolment_codes SET status = 'CANCELLED' WHERE id = p_id AND status = 'OPEN';
END $$;

-- Ends the connections of logins that were closed. A transaction of its own, because until the login is closed for everybody it would
-- connect again. Anybody's workstation may ask for it: nothing that still counts is ended.
CREATE OR REPLACE FUNCTION end_closed_connections() RETURNS bigint LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT count(*) FROM workstations w, corex_logins.end_connections(w.login) AS ended
  WHERE w.status <> 'ACTIVE' AND w.ended_at > clock_timestamp() - interval '1 day' AND ended $$;

-- Refuses a sign-in on a connection that a closed login still has.
CREATE OR REPLACE FUNCTION require_enrolled() RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM workstations WHERE login = session_user AND status <> 'ACTIVE') THEN PERFORM refuse('WORKSTATION_REVOKED'); END IF;
END $$;
