-- What is asked of a customer of a risk, agreed by two people as limits are (limits/change-limit.sql). A policy never changes: another one
-- follows it. It counts for what is decided from then on, and for what an expired KYC blocks.

CREATE OR REPLACE FUNCTION kyc_policy_in_force(p_branch uuid, p_risk text, p_date date) RETURNS kyc_policies LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT p FROM kyc_policies p WHERE p.risk = p_risk AND p.valid_from <= p_date AND (p.branch_id = p_branch OR p.branch_id IS NULL)
  ORDER BY p.branch_id NULLS LAST, p.valid_from DESC, p.created_at DESC, p.id DESC LIMIT 1 $$;

-- The policy that counts for a customer today.
CREATE OR REPLACE FUNCTION kyc_policy_of(c customers) RETURNS kyc_policies LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT kyc_policy_in_force(c.branch_id, s.risk, limit_date(c.branch_id)) FROM kyc_standing s WHERE s.customer_id = c.id $$;

-- A policy as the contract has one.
CREATE OR REPLACE FUNCTION kyc_policy_view(p kyc_policies) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('risk', p.risk, 'identityTypes', p.identity_types, 'identities', p.identities, 'countries', p.countries,
    'addressTypes', p.address_types, 'addresses', p.addresses, 'addressDays', p.address_days, 'expiredBlocks', p.expired_blocks,
    'reviewYears', p.review_years, 'extracts', p.extracts, 'extractDays', p.extract_days) $$;

-- Proposes another policy of a risk from a business date on, in the shape of kyc_policy_view. Sent twice, it is proposed once.
-- Errors: KEY_REUSED, POLICY_DATES, POLICY_UNCHANGED, POLICY_WAITS.
CREATE OR REPLACE FUNCTION propose_kyc_policy(p_key uuid, p_policy jsonb, p_from date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  today date := limit_date(who.branch_id);
  asked kyc_policies := policy_of_view(p_policy);
  proposer text;
BEGIN
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    IF p_from IS NULL OR p_from < today THEN PERFORM refuse('POLICY_DATES', jsonb_build_object('date', today)); END IF;
    IF kyc_policy_view(kyc_policy_in_force(who.branch_id, asked.risk, p_from)) = kyc_policy_view(asked) THEN
      PERFORM refuse('POLICY_UNCHANGED');
    END IF;
    SELECT u.full_name INTO proposer FROM approvals a JOIN users u ON u.id = a.proposed_by WHERE a.kind = 'KYC_POLICY'
      AND a.status = 'PENDING' AND a.branch_id = who.branch_id AND a.payload -> 'policy' ->> 'risk' = asked.risk LIMIT 1;
    IF FOUND THEN PERFORM refuse('POLICY_WAITS', jsonb_build_object('proposer', proposer)); END IF;
  END IF;
  PERFORM propose(who, p_key, 'KYC_POLICY', 'kyc_policies', derived_id(p_key, 'policy'),
    jsonb_build_object('policy', kyc_policy_view(asked), 'from', p_from));
END $$;

-- A policy from its view. What no policy may be is refused by the table.
CREATE OR REPLACE FUNCTION policy_of_view(p_view jsonb) RETURNS kyc_policies LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE asked kyc_policies;
BEGIN
  asked.risk := p_view ->> 'risk';
  asked.identity_types := ARRAY(SELECT jsonb_array_elements_text(p_view -> 'identityTypes'));
  asked.identities := (p_view ->> 'identities')::smallint;
  asked.countries := CASE WHEN jsonb_typeof(p_view -> 'countries') = 'array'
    THEN ARRAY(SELECT jsonb_array_elements_text(p_view -> 'countries')) END;
  asked.address_types := ARRAY(SELECT jsonb_array_elements_text(p_view -> 'addressTypes'));
  asked.addresses := (p_view ->> 'addresses')::smallint;
  asked.address_days := (p_view ->> 'addressDays')::smallint;
  asked.expired_blocks := p_view ->> 'expiredBlocks';
  asked.review_years := (p_view ->> 'reviewYears')::smallint;
  -- What was proposed under an earlier release says nothing of companies.
  asked.extracts := coalesce((p_view ->> 'extracts')::smallint, 1);
  asked.extract_days := coalesce((p_view ->> 'extractDays')::smallint, 90);
  RETURN asked;
END $$;

-- The new policy beside the one that it follows.
CREATE OR REPLACE FUNCTION show_kyc_policy(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', format('KYC policy: %s', lower(p ->> 'risk')), 'risk', p ->> 'risk',
    'validFrom', proposal.payload ->> 'from') || policy_facts('', kyc_policy_view(before)) || policy_facts('new', p))
  FROM (SELECT proposal.payload -> 'policy' AS p) AS asked,
    kyc_policy_in_force(proposal.branch_id, p ->> 'risk', (proposal.payload ->> 'from')::date) AS before $$;

-- The parts of a policy as facts of an approval, each a text.
CREATE OR REPLACE FUNCTION policy_facts(p_prefix text, p_view jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_object_agg(CASE p_prefix WHEN '' THEN key ELSE p_prefix || upper(left(key, 1)) || substr(key, 2) END,
    CASE jsonb_typeof(value) WHEN 'array' THEN array_to_string(ARRAY(SELECT jsonb_array_elements_text(value)), ', ')
      ELSE value #>> '{}' END)
  FROM jsonb_each(p_view) WHERE key <> 'risk' $$;

CREATE OR REPLACE FUNCTION perform_kyc_policy(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE asked kyc_policies := policy_of_view(proposal.payload -> 'policy');
BEGIN
  INSERT INTO kyc_policies (id, branch_id, risk, identity_types, identities, countries, address_types, addresses, address_days,
      expired_blocks, review_years, extracts, extract_days, valid_from, approval_id)
    VALUES (proposal.subject_id, proposal.branch_id, asked.risk, asked.identity_types, asked.identities, asked.countries,
      asked.address_types, asked.addresses, asked.address_days, asked.expired_blocks, asked.review_years, asked.extracts,
      asked.extract_days, (proposal.payload ->> 'from')::date, proposal.id);
  PERFORM apply_kyc_blocks(proposal.branch_id);
  RETURN '{}';
END $$;

-- The policies of the caller's branch that are in force or will be, the default where the branch agreed none.
CREATE OR REPLACE FUNCTION list_kyc_policies() RETURNS TABLE (business_date date, policies jsonb) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'ADMIN', 'AUDITOR');
  today date := limit_date(who.branch_id);
BEGIN
  RETURN QUERY SELECT today, jsonb_agg(kyc_policy_view(p) || jsonb_build_object('id', p.id, 'inForce', p.valid_from <= today,
      'validFrom', CASE WHEN p.branch_id IS NOT NULL THEN p.valid_from END, 'proposedBy', proposer.full_name,
      'decidedBy', decider.full_name) ORDER BY array_position('{LOW,MEDIUM,HIGH}', p.risk), p.valid_from, p.id)
    FROM kyc_policies p LEFT JOIN approvals a ON a.id = p.approval_id LEFT JOIN users proposer ON proposer.id = a.proposed_by
      LEFT JOIN users decider ON decider.id = a.decided_by
    WHERE p.id = (kyc_policy_in_force(who.branch_id, p.risk, today)).id OR p.branch_id = who.branch_id AND p.valid_from > today;
END $$;
