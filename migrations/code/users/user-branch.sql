-- Somebody moves to another branch, or works there for a time: an administrator of the present branch proposes it, and the branch that
-- gets the person decides, so that nobody is put among people who did not ask for them. Where nobody is there yet who could decide, the
-- present branch does. The last of a branch proposes that for themselves, because nobody else is there. See docs/decisions/0095 and 0075.

-- Whether nobody else belongs to somebody's branch any more.
CREATE OR REPLACE FUNCTION is_last_of_branch(u users) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM users
    WHERE (branch_id = u.branch_id OR home_branch_id = u.branch_id) AND id <> u.id AND status <> 'INACTIVE') $$;

-- Whether a branch has somebody who decides.
CREATE OR REPLACE FUNCTION has_deciders(p_branch uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM users WHERE branch_id = p_branch AND status = 'ACTIVE' AND has_power(role)) $$;

-- From when on an assignment is over whose last day that is, by the clock of the branch; NULL of a move.
CREATE OR REPLACE FUNCTION end_of_assignment(p_branch uuid, p_until date) RETURNS timestamptz LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (p_until + 1)::timestamp AT TIME ZONE time_zone FROM branches WHERE id = p_branch $$;

-- The same of what was proposed.
CREATE OR REPLACE FUNCTION end_in(proposal approvals) RETURNS timestamptz LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT end_of_assignment((proposal.payload ->> 'branch')::uuid, (proposal.payload ->> 'until')::date) $$;

-- Proposes it, with the last day where it is for a time. Sent twice, it is proposed once. Errors: USER_NOT_FOUND, OTHER_BRANCH, OWN_USER,
-- BRANCH_UNCHANGED, BRANCH_CLOSED, ASSIGNMENT_DATES, VALIDATION, KEY_REUSED.
CREATE OR REPLACE FUNCTION propose_user_branch(p_key uuid, p_user uuid, p_branch uuid, p_until date) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  changed users;
  ends timestamptz := end_of_assignment(p_branch, p_until);
BEGIN
  SELECT * INTO changed FROM users WHERE id = p_user;
  IF NOT FOUND THEN PERFORM refuse('USER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'USER_CHANGE', changed.branch_id);
  IF p_user = who.user_id AND NOT (is_last_of_branch(changed) AND has_deciders(p_branch)) THEN PERFORM refuse('OWN_USER'); END IF;
  IF p_branch = changed.branch_id THEN PERFORM refuse('BRANCH_UNCHANGED'); END IF;
  IF NOT EXISTS (SELECT FROM branches WHERE id = p_branch) THEN PERFORM refuse('VALIDATION'); END IF;
  PERFORM require_working_branch(p_branch);
  IF ends NOT BETWEEN clock_timestamp() AND clock_timestamp() + interval '1 year 1 day' THEN PERFORM refuse('ASSIGNMENT_DATES'); END IF;
  IF has_deciders(p_branch) THEN who.branch_id := p_branch; END IF;
  PERFORM propose(who, p_key, 'USER_BRANCH', 'users', p_user,
    jsonb_build_object('from', changed.branch_id, 'branch', p_branch, 'until', p_until), p_user);
END $$;

CREATE OR REPLACE FUNCTION show_user_branch(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', u.full_name, 'username', u.username, 'role', u.role, 'userStatus', u.status,
    'worksAt', b.name, 'newWorksAt', t.name, 'assignedUntil', proposal.payload ->> 'until', 'memberSince', u.created_at))
  FROM users u JOIN branches b ON b.id = u.branch_id JOIN branches t ON t.id = (proposal.payload ->> 'branch')::uuid
  WHERE u.id = proposal.subject_id $$;

-- Past the own people of a branch nobody comes to it, though it was proposed while nobody decided there.
CREATE OR REPLACE FUNCTION perform_user_branch(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  target uuid := proposal.payload ->> 'branch';
  ends timestamptz := end_in(proposal);
  before users;
  home uuid;
BEGIN
  PERFORM require_working_branch(target), lock_user(proposal.subject_id, (proposal.payload ->> 'from')::uuid);
  IF proposal.branch_id <> target AND has_deciders(target) THEN
    PERFORM refuse('OTHER_BRANCH', jsonb_build_object('branch', (SELECT name FROM branches WHERE id = target)));
  END IF;
  SELECT * INTO before FROM users WHERE id = proposal.subject_id;
  IF before.branch_id::text <> proposal.payload ->> 'from' OR ends <= clock_timestamp() THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  IF NOT is_last_of_branch(before) THEN PERFORM require_administrator_left(before, 'TELLER'); END IF;
  PERFORM require_no_till(before.id);
  home := coalesce(before.home_branch_id, before.branch_id);
  IF ends IS NULL OR target = home THEN home := NULL; END IF;
  UPDATE users SET branch_id = target, home_branch_id = home, assigned_until = CASE WHEN home IS NOT NULL THEN ends END,
    assigned_by = CASE WHEN home IS NOT NULL THEN proposal.id END WHERE id = before.id;
  PERFORM end_sessions_of(before.id, 'ADMINISTRATOR');
  RETURN '{}';
END $$;

-- Refuses to move somebody who holds a till, which would stay open at a branch where its holder does not work.
CREATE OR REPLACE FUNCTION require_no_till(p_user uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM till_sessions WHERE user_id = p_user AND closed_at IS NULL) THEN PERFORM refuse('TILL_TO_CLOSE_FIRST'); END IF;
END $$;

-- Brings back whose time at another branch is over, as its approval said: at the next sign-in of anybody. Whoever still holds a till there
-- stays until it is closed, and whose own branch has closed meanwhile stays for good.
CREATE OR REPLACE FUNCTION end_assignments() RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE u users;
BEGIN
  FOR u IN SELECT * FROM users x WHERE assigned_until <= clock_timestamp()
      AND NOT EXISTS (SELECT FROM till_sessions WHERE user_id = x.id AND closed_at IS NULL) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED LOOP
    PERFORM acting_as('PERSON', 'APPROVAL', u.assigned_by, (SELECT proposed_by FROM approvals WHERE id = u.assigned_by));
    UPDATE users SET branch_id = (SELECT CASE WHEN closed_at IS NULL THEN id ELSE u.branch_id END
        FROM branches WHERE id = u.home_branch_id), home_branch_id = NULL, assigned_until = NULL, assigned_by = NULL WHERE id = u.id;
    PERFORM end_sessions_of(u.id, 'ADMINISTRATOR');
    DELETE FROM acting WHERE pid = pg_backend_pid();
  END LOOP;
END $$;

-- Whether this workstation is another branch's than the person's. Administrators and auditors move no cash, and look after people and books
-- wherever they are; logins that no code made belong to no branch. It reads the same rows whoever it is, known or not.
CREATE OR REPLACE FUNCTION works_elsewhere(u users) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE branch uuid := (SELECT branch_id FROM workstations WHERE login = session_user);
BEGIN
  RETURN coalesce(u.role NOT IN ('ADMIN', 'AUDITOR') AND branch <> u.branch_id, false);
END $$;
