-- A limit is agreed by two people: an administrator or a supervisor proposes it, and another one decides (approvals/propose.sql). A limit
-- never changes: another one follows it, and one that ends leaves the former in force.

-- From when on a limit may begin: the business date of the open day, or today.
CREATE OR REPLACE FUNCTION limit_date(p_branch uuid) RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((SELECT d.business_date FROM business_days d WHERE d.branch_id = p_branch AND d.closed_at IS NULL), date_in(b.time_zone))
  FROM branches b WHERE b.id = p_branch $$;

-- Proposes a limit for a role, a type of posting and a currency, as amounts; p_until NULL: until another one follows. Sent twice, it is
-- proposed once. Errors: those of the amounts, LIMIT_NOT_POSSIBLE, LIMIT_DATES, LIMIT_UNCHANGED, LIMIT_WAITS.
CREATE OR REPLACE FUNCTION propose_posting_limit(p_key uuid, p_role user_role, p_type transaction_type, p_currency text,
  p_per_posting numeric, p_per_person_day numeric, p_per_account_day numeric, p_from date, p_until date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN', 'SUPERVISOR');
  payload jsonb := jsonb_build_object('role', p_role, 'type', p_type, 'currency', p_currency, 'perPosting', p_per_posting::text,
    'perPersonDay', p_per_person_day::text, 'perAccountDay', p_per_account_day::text, 'from', p_from, 'until', p_until);
BEGIN
  PERFORM check_amount(p_per_posting, p_currency), check_amount(p_per_person_day, p_currency), check_amount(p_per_account_day, p_currency);
  IF NOT EXISTS (SELECT FROM posting_rules WHERE channel = 'COUNTER' AND role = p_role AND transaction_type = p_type) THEN
    PERFORM refuse('LIMIT_NOT_POSSIBLE');
  END IF;
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    PERFORM require_limit_dates(who.branch_id, p_from, p_until);
    PERFORM require_other_limit(who, p_role, p_type, p_currency, payload);
  END IF;
  PERFORM propose(who, p_key, 'POSTING_LIMIT', 'posting_limits', derived_id(p_key, 'limit'), payload);
END $$;

-- Refuses the days of a limit that begins in the past, or ends before it begins.
CREATE OR REPLACE FUNCTION require_limit_dates(p_branch uuid, p_from date, p_until date) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE today date := limit_date(p_branch);
BEGIN
  IF p_from IS NULL OR p_from < today OR p_until < p_from THEN PERFORM refuse('LIMIT_DATES', jsonb_build_object('date', today)); END IF;
END $$;

-- Refuses a proposed limit whose last day is past by now.
CREATE OR REPLACE FUNCTION require_not_ended(proposal approvals) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE today date := limit_date(proposal.branch_id);
BEGIN
  IF (proposal.payload ->> 'until')::date < today THEN PERFORM refuse('LIMIT_DATES', jsonb_build_object('date', today)); END IF;
END $$;

-- Refuses what is in force already, and a second proposal for the same while one waits.
CREATE OR REPLACE FUNCTION require_other_limit(who identity, p_role user_role, p_type transaction_type, p_currency text, p_payload jsonb)
RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE before posting_limits := limit_in_force(who.branch_id, p_role, p_type, p_currency, (p_payload ->> 'from')::date);
BEGIN
  IF (before.per_posting, before.per_person_day, before.per_account_day, before.valid_until) IS NOT DISTINCT FROM
      ((p_payload ->> 'perPosting')::numeric, (p_payload ->> 'perPersonDay')::numeric, (p_payload ->> 'perAccountDay')::numeric,
        (p_payload ->> 'until')::date) THEN
    PERFORM refuse('LIMIT_UNCHANGED');
  END IF;
  PERFORM require_no_limit_waits(who, 'POSTING_LIMIT', jsonb_build_object('role', p_role, 'type', p_type, 'currency', p_currency));
END $$;

CREATE OR REPLACE FUNCTION require_no_limit_waits(who identity, p_kind text, p_same jsonb) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE proposer text;
BEGIN
  SELECT u.full_name INTO proposer FROM approvals a JOIN users u ON u.id = a.proposed_by
    WHERE a.kind = p_kind AND a.status = 'PENDING' AND a.branch_id = who.branch_id AND a.payload @> p_same LIMIT 1;
  IF FOUND THEN PERFORM refuse('LIMIT_WAITS', jsonb_build_object('proposer', proposer)); END IF;
END $$;

-- The new limit beside the one that it follows.
CREATE OR REPLACE FUNCTION show_posting_limit(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'subject', format('%s: %s, %s', initcap(p ->> 'role'), lower(p ->> 'type'), p ->> 'currency'),
    'limitRole', p ->> 'role', 'postingType', p ->> 'type', 'currency', p ->> 'currency',
    'perPosting', l.per_posting::text, 'newPerPosting', p ->> 'perPosting',
    'perPersonDay', l.per_person_day::text, 'newPerPersonDay', p ->> 'perPersonDay',
    'perAccountDay', l.per_account_day::text, 'newPerAccountDay', p ->> 'perAccountDay',
    'validFrom', p ->> 'from', 'validUntil', p ->> 'until'))
  FROM (SELECT proposal.payload AS p) AS asked, limit_in_force(proposal.branch_id, (p ->> 'role')::user_role,
    (p ->> 'type')::transaction_type, p ->> 'currency', (p ->> 'from')::date) AS l $$;

CREATE OR REPLACE FUNCTION perform_posting_limit(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE p jsonb := proposal.payload;
BEGIN
  PERFORM require_not_ended(proposal);
  INSERT INTO posting_limits (id, branch_id, role, transaction_type, currency, per_posting, per_person_day, per_account_day, valid_from,
      valid_until, approval_id)
    VALUES (proposal.subject_id, proposal.branch_id, (p ->> 'role')::user_role, (p ->> 'type')::transaction_type, p ->> 'currency',
      (p ->> 'perPosting')::numeric, (p ->> 'perPersonDay')::numeric, (p ->> 'perAccountDay')::numeric, (p ->> 'from')::date,
      (p ->> 'until')::date, proposal.id);
  RETURN '{}';
END $$;
