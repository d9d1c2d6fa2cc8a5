-- The two thresholds and the rule for what is split over days. They hold for every branch, because a person's cash is counted over all of
-- them, and are changed by two people: an administrator or a supervisor proposes them, and another one decides (approvals/propose.sql).

CREATE OR REPLACE FUNCTION cash_rules_in_force(p_currency text, p_date date) RETURNS cash_rules LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE in_force cash_rules;
BEGIN
  SELECT * INTO in_force FROM cash_rules WHERE currency = p_currency AND valid_from <= p_date
    ORDER BY valid_from DESC, created_at DESC, id DESC LIMIT 1;
  RETURN in_force;
END $$;

-- Proposes other rules of a currency. Sent twice, they are proposed once. Errors: those of the amounts, LIMIT_DATES, LIMIT_UNCHANGED,
-- LIMIT_WAITS.
CREATE OR REPLACE FUNCTION propose_cash_rules(p_key uuid, p_currency text, p_identify numeric, p_report numeric, p_days int,
  p_postings int, p_share int, p_from date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN', 'SUPERVISOR');
  before cash_rules := cash_rules_in_force(p_currency, p_from);
  payload jsonb := jsonb_build_object('currency', p_currency, 'identifyAbove', p_identify::text, 'reportAbove', p_report::text,
    'windowDays', p_days, 'leastPostings', p_postings, 'sumShare', p_share, 'from', p_from);
BEGIN
  PERFORM check_amount(p_identify, p_currency), check_amount(p_report, p_currency);
  IF (p_days BETWEEN 1 AND 366 AND p_postings BETWEEN 2 AND 1000 AND p_share BETWEEN 1 AND 1000) IS NOT TRUE THEN
    PERFORM refuse('VALIDATION');
  END IF;
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    PERFORM require_limit_dates(who.branch_id, p_from, NULL);
    IF (before.identify_above, before.report_above, before.window_days, before.least_postings, before.sum_share)
        = (p_identify, p_report, p_days, p_postings, p_share) THEN
      PERFORM refuse('LIMIT_UNCHANGED');
    END IF;
    PERFORM require_no_limit_waits(who, 'CASH_RULES', jsonb_build_object('currency', p_currency));
  END IF;
  PERFORM propose(who, p_key, 'CASH_RULES', 'cash_rules', derived_id(p_key, 'rules'), payload);
END $$;

-- The new rules beside those that they follow.
CREATE OR REPLACE FUNCTION show_cash_rules(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', p ->> 'currency', 'currency', p ->> 'currency',
    'identifyAbove', r.identify_above::text, 'newIdentifyAbove', p ->> 'identifyAbove',
    'reportAbove', r.report_above::text, 'newReportAbove', p ->> 'reportAbove',
    'windowDays', r.window_days::text, 'newWindowDays', p ->> 'windowDays',
    'leastPostings', r.least_postings::text, 'newLeastPostings', p ->> 'leastPostings',
    'sumShare', r.sum_share::text, 'newSumShare', p ->> 'sumShare', 'validFrom', p ->> 'from')
  FROM (SELECT proposal.payload AS p) AS asked, cash_rules_in_force(p ->> 'currency', (p ->> 'from')::date) AS r $$;

CREATE OR REPLACE FUNCTION perform_cash_rules(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE p jsonb := proposal.payload;
BEGIN
  INSERT INTO cash_rules (id, currency, identify_above, report_above, window_days, least_postings, sum_share, valid_from, approval_id)
    VALUES (proposal.subject_id, p ->> 'currency', (p ->> 'identifyAbove')::numeric, (p ->> 'reportAbove')::numeric,
      (p ->> 'windowDays')::int, (p ->> 'leastPostings')::int, (p ->> 'sumShare')::int, (p ->> 'from')::date, proposal.id);
  RETURN '{}';
END $$;

-- The rules of a currency that are in force and those that will be, and from when on others may begin.
CREATE OR REPLACE FUNCTION list_cash_rules(p_currency text) RETURNS TABLE (business_date date, rules jsonb) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'ADMIN', 'AUDITOR');
  today date := limit_date(who.branch_id);
BEGIN
  RETURN QUERY SELECT today, coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'currency', p_currency,
      'identifyAbove', r.identify_above::text, 'reportAbove', r.report_above::text, 'windowDays', r.window_days,
      'leastPostings', r.least_postings, 'sumShare', r.sum_share,
      'validFrom', CASE WHEN r.approval_id IS NOT NULL THEN r.valid_from END, 'inForce', r.valid_from <= today,
      'proposedBy', proposer.full_name, 'decidedBy', decider.full_name) ORDER BY r.valid_from, r.id), '[]')
    FROM cash_rules r LEFT JOIN approvals a ON a.id = r.approval_id LEFT JOIN users proposer ON proposer.id = a.proposed_by
      LEFT JOIN users decider ON decider.id = a.decided_by
    WHERE r.currency = p_currency AND (r.valid_from > today OR r.id = (cash_rules_in_force(p_currency, today)).id);
END $$;
