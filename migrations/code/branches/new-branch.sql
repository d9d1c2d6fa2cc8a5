-- A further branch of the bank: an administrator proposes it and another administrator approves it. It begins as the branch whose people
-- make it works, with the same currency, number format, weekend, limits, tolerance, rules about customers and documents, and roles that
-- need a code, so that nobody gets more power by going there. Nobody works there at first: see docs/decisions/0075.

-- The id of the branch is that of the proposal. Sent twice, it is proposed once. Errors: VALIDATION, TIME_ZONE_UNKNOWN,
-- BRANCH_NAME_TAKEN, BRANCH_CODE_TAKEN, KEY_REUSED.
CREATE OR REPLACE FUNCTION propose_branch(p_key uuid, p_name text, p_code text, p_address text, p_time_zone text, p_tills int)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  named text := clean_text(p_name);
  printed text := nullif(clean_text(p_address), '');
BEGIN
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    IF EXISTS (SELECT FROM branches WHERE id = p_key) THEN PERFORM refuse('KEY_REUSED'); END IF;
    PERFORM check_branch_names(p_key, named, p_code, printed);
  END IF;
  IF (p_tills BETWEEN 1 AND 50) IS NOT TRUE THEN PERFORM refuse('VALIDATION'); END IF;
  IF NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = p_time_zone) THEN PERFORM refuse('TIME_ZONE_UNKNOWN'); END IF;
  PERFORM propose(who, p_key, 'BRANCH_CREATE', 'branches', p_key, jsonb_build_object('name', named, 'code', p_code,
    'address', printed, 'timeZone', p_time_zone, 'tills', p_tills));
END $$;

-- The limits that a branch agreed and that are in force there or will be.
CREATE OR REPLACE FUNCTION agreed_posting_limits(p_branch uuid) RETURNS SETOF posting_limits LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT l.* FROM posting_limits l CROSS JOIN LATERAL limit_date(p_branch) AS today WHERE l.branch_id = p_branch
    AND (l.valid_from > today OR l.id = (limit_in_force(p_branch, l.role, l.transaction_type, l.currency, today)).id) $$;

CREATE OR REPLACE FUNCTION agreed_reversal_limits(p_branch uuid) RETURNS SETOF reversal_limits LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT l.* FROM reversal_limits l CROSS JOIN LATERAL limit_date(p_branch) AS today WHERE l.branch_id = p_branch
    AND (l.valid_from > today OR l.id = (reversal_limit_in_force(p_branch, l.role, l.currency, today)).id) $$;

-- The same of what is asked of customers, and of how long documents are kept.
CREATE OR REPLACE FUNCTION agreed_policies(p_branch uuid) RETURNS SETOF kyc_policies LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT p.* FROM kyc_policies p CROSS JOIN LATERAL limit_date(p_branch) AS today WHERE p.branch_id = p_branch
    AND (p.valid_from > today OR p.id = (kyc_policy_in_force(p_branch, p.risk, today)).id) $$;

CREATE OR REPLACE FUNCTION agreed_retention(p_branch uuid) RETURNS SETOF retention_rules LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT r.* FROM retention_rules r CROSS JOIN LATERAL limit_date(p_branch) AS today WHERE r.branch_id = p_branch
    AND (r.valid_from > today OR r.id = (retention_in_force(p_branch, r.purpose, r.event, today)).id) $$;

-- All that an approval will make.
CREATE OR REPLACE FUNCTION show_branch_create(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', p ->> 'name', 'branchCode', p ->> 'code', 'branchAddress', p ->> 'address',
    'branchZone', p ->> 'timeZone', 'firstDay', first_business_date(p ->> 'timeZone'), 'tillsMade', (p ->> 'tills')::int,
    'accountsMade', (SELECT count(*) FROM account_kinds WHERE holder = 'BRANCH'),
    'worksLike', b.name, 'branchCurrency', b.currency, 'currency', b.currency, 'tolerance', b.count_tolerance::text,
    'agreedLimits', (SELECT count(*) FROM agreed_posting_limits(b.id)) + (SELECT count(*) FROM agreed_reversal_limits(b.id))
      + (SELECT count(*) FROM agreed_policies(b.id)) + (SELECT count(*) FROM agreed_retention(b.id)),
    'codeRoles', (SELECT string_agg(role::text, ', ' ORDER BY role) FROM second_factor_roles WHERE branch_id = b.id)))
  FROM (SELECT proposal.payload AS p) AS asked, branches b WHERE b.id = proposal.branch_id $$;

CREATE OR REPLACE FUNCTION perform_branch_create(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  p jsonb := proposal.payload;
  made uuid := proposal.id;
  model uuid := proposal.branch_id;
BEGIN
  PERFORM one_branch_at_a_time();
  PERFORM check_branch_names(made, p ->> 'name', p ->> 'code', p ->> 'address');
  INSERT INTO branches (id, name, code, address, time_zone, currency, number_format, weekend, minimum_customer_age, count_tolerance)
    SELECT made, p ->> 'name', p ->> 'code', p ->> 'address', p ->> 'timeZone', currency, number_format, weekend, minimum_customer_age,
      count_tolerance FROM branches WHERE id = model;
  PERFORM fit_out_branch(made, (p ->> 'tills')::int, first_business_date(p ->> 'timeZone'), proposal.proposed_by);
  INSERT INTO second_factor_roles (branch_id, role) SELECT made, role FROM second_factor_roles WHERE branch_id = model;
  INSERT INTO posting_limits (branch_id, role, transaction_type, currency, per_posting, per_person_day, per_account_day, valid_from,
      valid_until, approval_id)
    SELECT made, role, transaction_type, currency, per_posting, per_person_day, per_account_day, valid_from, valid_until, proposal.id
    FROM agreed_posting_limits(model);
  INSERT INTO reversal_limits (branch_id, role, currency, per_posting, per_day, valid_from, valid_until, approval_id)
    SELECT made, role, currency, per_posting, per_day, valid_from, valid_until, proposal.id FROM agreed_reversal_limits(model);
  INSERT INTO kyc_policies (branch_id, risk, identity_types, identities, countries, address_types, addresses, address_days, expired_blocks,
      review_years, extracts, extract_days, valid_from, approval_id)
    SELECT made, risk, identity_types, identities, countries, address_types, addresses, address_days, expired_blocks, review_years,
      extracts, extract_days, valid_from, proposal.id FROM agreed_policies(model);
  INSERT INTO retention_rules (branch_id, purpose, event, years, valid_from, approval_id)
    SELECT made, purpose, event, years, valid_from, proposal.id FROM agreed_retention(model);
  RETURN '{}';
END $$;
