-- Of which roles nobody works at the branch without a second factor. An administrator proposes it and somebody else approves it; it holds
-- from the next sign-in of each person.

CREATE OR REPLACE FUNCTION code_roles() RETURNS SETOF user_role LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN', 'AUDITOR');
BEGIN
  RETURN QUERY SELECT role FROM second_factor_roles WHERE branch_id = who.branch_id ORDER BY role;
END $$;

CREATE OR REPLACE FUNCTION propose_code_roles(p_key uuid, p_roles user_role[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  roles jsonb := (SELECT coalesce(jsonb_agg(DISTINCT role ORDER BY role), '[]') FROM unnest(p_roles) AS role WHERE role IS NOT NULL);
BEGIN
  PERFORM propose(who, p_key, 'CODE_ROLES', 'branches', who.branch_id, jsonb_build_object('roles', roles));
END $$;

CREATE OR REPLACE FUNCTION show_code_roles(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', b.name,
    'codeRoles', (SELECT coalesce(string_agg(role::text, ', ' ORDER BY role), '') FROM second_factor_roles WHERE branch_id = b.id),
    'newCodeRoles', (SELECT coalesce(string_agg(role, ', ' ORDER BY n), '')
      FROM jsonb_array_elements_text(proposal.payload -> 'roles') WITH ORDINALITY AS r (role, n)))
  FROM branches b WHERE b.id = proposal.subject_id $$;

CREATE OR REPLACE FUNCTION perform_code_roles(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE wanted user_role[] := ARRAY(SELECT jsonb_array_elements_text(proposal.payload -> 'roles')::user_role);
BEGIN
  DELETE FROM second_factor_roles WHERE branch_id = proposal.branch_id AND NOT role = ANY (wanted);
  INSERT INTO second_factor_roles (branch_id, role) SELECT proposal.branch_id, role FROM unnest(wanted) AS role ON CONFLICT DO NOTHING;
  RETURN '{}';
END $$;

-- Somebody's device is lost: two people take it out of force.
CREATE OR REPLACE FUNCTION perform_user_code(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM lock_user(proposal.subject_id, proposal.branch_id);
  PERFORM forget_factor(proposal.subject_id);
  RETURN '{}';
END $$;
