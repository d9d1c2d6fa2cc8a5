-- Another name, code or address of a branch: two people of it, because papers carry them. Of a branch where nobody is who decides, two
-- people of another one.

-- Whose people decide what is proposed about a branch as a whole: its own, or the caller's where it has none. Errors: OTHER_BRANCH.
CREATE OR REPLACE FUNCTION require_own_or_unattended(who identity, branch branches) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF branch.id <> who.branch_id AND has_deciders(branch.id) THEN
    PERFORM refuse('OTHER_BRANCH', jsonb_build_object('branch', branch.name));
  END IF;
END $$;

-- Sent twice, it is proposed once. Errors: VALIDATION, BRANCH_NOT_FOUND, BRANCH_CLOSED, OTHER_BRANCH, BRANCH_NAME_TAKEN, BRANCH_CODE_TAKEN,
-- KEY_REUSED.
CREATE OR REPLACE FUNCTION propose_branch_change(p_key uuid, p_branch uuid, p_name text, p_code text, p_address text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  named text := clean_text(p_name);
  printed text := nullif(clean_text(p_address), '');
BEGIN
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    PERFORM require_own_or_unattended(who, require_working_branch(p_branch)), check_branch_names(p_branch, named, p_code, printed);
  END IF;
  PERFORM propose(who, p_key, 'BRANCH_CHANGE', 'branches', p_branch,
    jsonb_build_object('name', named, 'code', p_code, 'address', printed));
END $$;

CREATE OR REPLACE FUNCTION show_branch_change(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', b.name, 'branchName', b.name, 'newBranchName', proposal.payload ->> 'name',
    'branchCode', b.code, 'newBranchCode', proposal.payload ->> 'code',
    'branchAddress', coalesce(b.address, '–'), 'newBranchAddress', coalesce(proposal.payload ->> 'address', '–')))
  FROM branches b WHERE b.id = proposal.subject_id $$;

CREATE OR REPLACE FUNCTION perform_branch_change(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  p jsonb := proposal.payload;
  branch branches;
BEGIN
  PERFORM one_branch_at_a_time();
  branch := require_working_branch(proposal.subject_id);
  PERFORM require_own_or_unattended(ROW(who.user_id, who.role, proposal.branch_id, who.session_id, false, who.build)::identity, branch);
  PERFORM check_branch_names(branch.id, p ->> 'name', p ->> 'code', p ->> 'address');
  UPDATE branches SET name = p ->> 'name', code = p ->> 'code', address = p ->> 'address' WHERE id = branch.id;
  RETURN '{}';
END $$;
