-- What a person reverses alone, of own postings: one at a time, and in a business day in all. Agreed by two people, as what a person posts
-- alone is (change-limit.sql).

-- The limit in force at a branch on a business date; a row of nulls where there is none, and then nothing is reversed alone.
CREATE OR REPLACE FUNCTION reversal_limit_in_force(p_branch uuid, p_role user_role, p_currency text, p_date date) RETURNS reversal_limits
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT l FROM reversal_limits l
  WHERE l.role = p_role AND l.currency = p_currency AND l.valid_from <= p_date AND (l.valid_until IS NULL OR l.valid_until >= p_date)
    AND (l.branch_id = p_branch OR l.branch_id IS NULL)
  ORDER BY l.branch_id NULLS LAST, l.valid_from DESC, l.created_at DESC, l.id DESC LIMIT 1 $$;

-- Proposes a limit for a role and a currency, as amounts; p_until NULL: until another one follows. Sent twice, it is proposed once.
-- Errors: those of the amounts, LIMIT_NOT_POSSIBLE, LIMIT_DATES, LIMIT_UNCHANGED, LIMIT_WAITS.
CREATE OR REPLACE FUNCTION propose_reversal_limit(p_key uuid, p_role user_role, p_currency text, p_per_posting numeric, p_per_day numeric,
  p_from date, p_until date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN', 'SUPERVISOR');
  before reversal_limits;
BEGIN
  PERFORM check_amount(p_per_posting, p_currency), check_amount(p_per_day, p_currency);
  IF NOT EXISTS (SELECT FROM posting_rules WHERE channel = 'REVERSAL' AND role = p_role) THEN PERFORM refuse('LIMIT_NOT_POSSIBLE'); END IF;
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    PERFORM require_limit_dates(who.branch_id, p_from, p_until);
    before := reversal_limit_in_force(who.branch_id, p_role, p_currency, p_from);
    IF (before.per_posting, before.per_day, before.valid_until) IS NOT DISTINCT FROM (p_per_posting, p_per_day, p_until) THEN
      PERFORM refuse('LIMIT_UNCHANGED');
    END IF;
    PERFORM require_no_limit_waits(who, 'REVERSAL_LIMIT', jsonb_build_object('role', p_role, 'currency', p_currency));
  END IF;
  PERFORM propose(who, p_key, 'REVERSAL_LIMIT', 'reversal_limits', derived_id(p_key, 'limit'), jsonb_build_object('role', p_role,
    'currency', p_currency, 'perPosting', p_per_posting::text, 'perDay', p_per_day::text, 'from', p_from, 'until', p_until));
END $$;

-- The new limit beside the one that it follows.
CREATE OR REPLACE FUNCTION show_reversal_limit(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', format('%s: reversal, %s', initcap(p ->> 'role'), p ->> 'currency'),
    'limitRole', p ->> 'role', 'currency', p ->> 'currency',
    'perPosting', l.per_posting::text, 'newPerPosting', p ->> 'perPosting',
    'perPersonDay', l.per_day::text, 'newPerPersonDay', p ->> 'perDay', 'validFrom', p ->> 'from', 'validUntil', p ->> 'until'))
  FROM (SELECT proposal.payload AS p) AS asked,
    reversal_limit_in_force(proposal.branch_id, (p ->> 'role')::user_role, p ->> 'currency', (p ->> 'from')::date) AS l $$;

CREATE OR REPLACE FUNCTION perform_reversal_limit(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE p jsonb := proposal.payload;
BEGIN
  PERFORM require_not_ended(proposal);
  INSERT INTO reversal_limits (id, branch_id, role, currency, per_posting, per_day, valid_from, valid_until, approval_id)
    VALUES (proposal.subject_id, proposal.branch_id, (p ->> 'role')::user_role, p ->> 'currency', (p ->> 'perPosting')::numeric,
      (p ->> 'perDay')::numeric, (p ->> 'from')::date, (p ->> 'until')::date, proposal.id);
  RETURN '{}';
END $$;
