-- How long documents, years of the ledger and months of the audit log are kept after which event, agreed by two people as KYC policies
-- are (kyc-policy.sql). A rule never changes: another one follows it.

CREATE OR REPLACE FUNCTION retention_in_force(p_branch uuid, p_purpose text, p_event text, p_date date) RETURNS retention_rules
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT r FROM retention_rules r WHERE r.purpose = p_purpose AND r.event = p_event AND r.valid_from <= p_date
    AND (r.branch_id = p_branch OR r.branch_id IS NULL)
  ORDER BY r.branch_id NULLS LAST, r.valid_from DESC, r.created_at DESC, r.id DESC LIMIT 1 $$;

-- Proposes another rule from a business date on. Sent twice, it is proposed once. Errors: KEY_REUSED, RETENTION_DATES,
-- RETENTION_UNCHANGED, RETENTION_WAITS.
CREATE OR REPLACE FUNCTION propose_retention_rule(p_key uuid, p_purpose text, p_event text, p_years int, p_from date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  today date := limit_date(who.branch_id);
  before retention_rules;
  proposer text;
BEGIN
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    IF p_from IS NULL OR p_from < today THEN PERFORM refuse('RETENTION_DATES', jsonb_build_object('date', today)); END IF;
    before := retention_in_force(who.branch_id, p_purpose, p_event, p_from);
    IF before.id IS NULL OR p_years IS NULL OR p_years NOT BETWEEN 1 AND 100 THEN PERFORM refuse('VALIDATION'); END IF;
    IF before.years = p_years THEN PERFORM refuse('RETENTION_UNCHANGED'); END IF;
    SELECT u.full_name INTO proposer FROM approvals a JOIN users u ON u.id = a.proposed_by WHERE a.kind = 'RETENTION_RULE'
      AND a.status = 'PENDING' AND a.branch_id = who.branch_id AND a.payload ->> 'purpose' = p_purpose AND a.payload ->> 'event' = p_event
      LIMIT 1;
    IF FOUND THEN PERFORM refuse('RETENTION_WAITS', jsonb_build_object('proposer', proposer)); END IF;
  END IF;
  PERFORM propose(who, p_key, 'RETENTION_RULE', 'retention_rules', derived_id(p_key, 'retention'),
    jsonb_build_object('purpose', p_purpose, 'event', p_event, 'years', p_years, 'from', p_from));
END $$;

-- The new rule beside the one that it follows.
CREATE OR REPLACE FUNCTION show_retention_rule(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', format('Retention: %s, %s', lower(p ->> 'purpose'), lower(p ->> 'event')),
    'purpose', p ->> 'purpose', 'event', p ->> 'event', 'validFrom', p ->> 'from', 'years', (retention_in_force(proposal.branch_id,
      p ->> 'purpose', p ->> 'event', (p ->> 'from')::date)).years::text, 'newYears', p ->> 'years')
  FROM (SELECT proposal.payload AS p) AS asked $$;

CREATE OR REPLACE FUNCTION perform_retention_rule(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE p jsonb := proposal.payload;
BEGIN
  INSERT INTO retention_rules (id, branch_id, purpose, event, years, valid_from, approval_id)
    VALUES (proposal.subject_id, proposal.branch_id, p ->> 'purpose', p ->> 'event', (p ->> 'years')::smallint, (p ->> 'from')::date,
      proposal.id);
  RETURN '{}';
END $$;

-- The rules of the caller's branch that are in force or will be, the default where the branch agreed none.
CREATE OR REPLACE FUNCTION list_retention_rules() RETURNS TABLE (business_date date, rules jsonb) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'ADMIN', 'AUDITOR');
  today date := limit_date(who.branch_id);
BEGIN
  RETURN QUERY SELECT today, jsonb_agg(jsonb_build_object('id', r.id, 'purpose', r.purpose, 'event', r.event, 'years', r.years,
      'inForce', r.valid_from <= today, 'validFrom', CASE WHEN r.branch_id IS NOT NULL THEN r.valid_from END,
      'proposedBy', proposer.full_name, 'decidedBy', decider.full_name)
      ORDER BY array_position('{IDENTITY,ADDRESS,SPECIMEN,LEDGER,AUDIT,AUDIT_AT_HAND}', r.purpose),
        array_position('{ENDED,REPLACED,REJECTED,CLOSED}', r.event), r.valid_from, r.id)
    FROM retention_rules r LEFT JOIN approvals a ON a.id = r.approval_id LEFT JOIN users proposer ON proposer.id = a.proposed_by
      LEFT JOIN users decider ON decider.id = a.decided_by
    WHERE r.id = (retention_in_force(who.branch_id, r.purpose, r.event, today)).id OR r.branch_id = who.branch_id AND r.valid_from > today;
END $$;
