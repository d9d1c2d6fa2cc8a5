-- What becomes of a user when the second person has approved.

CREATE OR REPLACE FUNCTION perform_user_create(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE given record;
BEGIN
  PERFORM check_new_user(proposal.subject_id, proposal.payload);
  given := take_password(proposal.id);
  INSERT INTO users (id, username, full_name, email, role, password_hash, branch_id)
    VALUES (proposal.subject_id, proposal.payload ->> 'username', proposal.payload ->> 'fullName', proposal.payload ->> 'email',
      (proposal.payload ->> 'role')::user_role, given.hash, proposal.branch_id);
  INSERT INTO user_keys (user_id, wrapped_key) VALUES (proposal.subject_id, given.wrapped_key);
  RETURN '{}';
END $$;

CREATE OR REPLACE FUNCTION perform_user_role(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  before users;
  new_role user_role := proposal.payload ->> 'role';
  given record;
BEGIN
  PERFORM lock_user(proposal.subject_id, proposal.branch_id);
  SELECT * INTO before FROM users WHERE id = proposal.subject_id;
  PERFORM require_administrator_left(before, new_role);
  UPDATE users SET role = new_role WHERE id = before.id;
  IF gives_password('USER_ROLE', before.role, new_role) THEN
    given := take_password(proposal.id);
    PERFORM give_temporary_password(before.id, given.hash, given.wrapped_key);
  END IF;
  PERFORM end_sessions_of(before.id, 'ADMINISTRATOR');
  RETURN '{}';
END $$;

-- Refuses a role that would leave the branch without an administrator.
CREATE OR REPLACE FUNCTION require_administrator_left(changed users, p_role user_role) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF changed.role = 'ADMIN' AND p_role <> 'ADMIN' AND NOT EXISTS (SELECT FROM users
      WHERE branch_id = changed.branch_id AND role = 'ADMIN' AND status = 'ACTIVE' AND id <> changed.id) THEN
    PERFORM refuse('LAST_ADMINISTRATOR');
  END IF;
END $$;

CREATE OR REPLACE FUNCTION perform_user_reset(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE given record := take_password(proposal.id);
BEGIN
  PERFORM lock_user(proposal.subject_id, proposal.branch_id);
  PERFORM give_temporary_password(proposal.subject_id, given.hash, given.wrapped_key);
  RETURN '{}';
END $$;

CREATE OR REPLACE FUNCTION perform_user_reactivate(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  UPDATE users SET status = 'ACTIVE' WHERE id = proposal.subject_id AND status <> 'ACTIVE';
  RETURN '{}';
END $$;

CREATE OR REPLACE FUNCTION perform_user_unlock(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM forgive_attempts((SELECT username FROM users WHERE id = proposal.subject_id));
  PERFORM write_audit(proposal.proposed_by, 'UNLOCKED', 'users', proposal.subject_id, jsonb_build_object('approval', proposal.id));
  RETURN '{}';
END $$;
