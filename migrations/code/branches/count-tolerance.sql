-- By how much the count of a till may differ from the books without a supervisor's decision. Two people change it.

CREATE OR REPLACE FUNCTION propose_count_tolerance(p_key uuid, p_tolerance numeric) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('SUPERVISOR', 'ADMIN');
BEGIN
  PERFORM check_amount(p_tolerance, branch_currency(who.branch_id));
  PERFORM propose(who, p_key, 'COUNT_TOLERANCE', 'branches', who.branch_id,
    jsonb_build_object('tolerance', p_tolerance::numeric(15, 2)::text));
END $$;

CREATE OR REPLACE FUNCTION show_count_tolerance(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', name, 'currency', currency, 'tolerance', count_tolerance::text,
    'newTolerance', proposal.payload ->> 'tolerance') FROM branches WHERE id = proposal.subject_id $$;

CREATE OR REPLACE FUNCTION perform_count_tolerance(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  UPDATE branches SET count_tolerance = (proposal.payload ->> 'tolerance')::numeric WHERE id = proposal.subject_id;
  RETURN '{}';
END $$;
