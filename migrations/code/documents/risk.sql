-- How much risk a customer is, and why: computed from countries, products, cash and being a company, each a row of risk_factors; or as two
-- people rated it, up or down. The highest reason counts.

-- The reasons, the highest risk first: [{"kind", "value", "risk"}].
CREATE OR REPLACE FUNCTION risk_reasons_of(c customers) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('kind', f.kind, 'value', f.value, 'risk', f.risk)), '[]')
  FROM risk_factors f WHERE CASE f.kind
    WHEN 'COUNTRY' THEN f.value IN (c.nationality, c.country) OR EXISTS (SELECT FROM jsonb_array_elements(c.tax_residences) AS r
      WHERE r ->> 'country' = f.value)
    WHEN 'PRODUCT' THEN EXISTS (SELECT FROM accounts a WHERE a.customer_id = c.id AND a.account_type::text = f.value
      AND a.status <> 'CLOSED')
    WHEN 'CASH' THEN cash_in_year(c) >= f.value::numeric * cash_at_once(c.branch_id)
    WHEN 'COMPANY' THEN c.kind = 'COMPANY' END $$;

-- What the default lets a teller take in at once in the branch's currency: the measure of what is much cash there.
CREATE OR REPLACE FUNCTION cash_at_once(p_branch uuid) RETURNS numeric LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT max(per_posting) FROM posting_limits WHERE branch_id IS NULL AND role = 'TELLER' AND transaction_type = 'DEPOSIT'
    AND currency = branch_currency(p_branch) $$;

-- Cash in and out of a customer's accounts in the branch's currency in the year up to today. Both are asked for once, not for each row.
CREATE OR REPLACE FUNCTION cash_in_year(c customers) RETURNS numeric LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(sum(e.amount), 0) FROM accounts a JOIN entries e ON e.account_id = a.id AND e.actor = 'PERSON'
      AND e.business_date > (SELECT limit_date(c.branch_id) - 365)
    JOIN transactions t ON t.id = e.transaction_id AND t.transaction_type IN ('DEPOSIT', 'WITHDRAWAL')
  WHERE a.customer_id = c.id AND a.currency = (SELECT branch_currency(c.branch_id)) $$;

-- Computes a customer's risk anew. A higher one brings the next review nearer; a lower one waits for it.
CREATE OR REPLACE FUNCTION refresh_risk(p_customer uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  c customers;
  reasons jsonb;
  computed text;
BEGIN
  SELECT * INTO c FROM customers WHERE id = p_customer;
  reasons := risk_reasons_of(c);
  computed := CASE WHEN reasons @> '[{"risk": "HIGH"}]' THEN 'HIGH' WHEN reasons <> '[]' THEN 'MEDIUM' ELSE 'LOW' END;
  UPDATE kyc_standing s SET risk_reasons = reasons, risk = coalesce(s.rated_risk, computed),
      review_due = least(s.review_due, years_later(s.reviewed_on,
        (kyc_policy_in_force(c.branch_id, coalesce(s.rated_risk, computed), limit_date(c.branch_id))).review_years))
    WHERE s.customer_id = p_customer;
END $$;

-- After what a risk is computed from has changed.
CREATE OR REPLACE FUNCTION risk_of_customer_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM refresh_risk(NEW.id);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION risk_of_account_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM refresh_risk(NEW.customer_id);
  RETURN NULL;
END $$;

-- Proposes that a customer is of another risk than is computed; p_risk NULL: as it is computed again.
-- Errors: CUSTOMER_NOT_FOUND, OTHER_BRANCH, RATING_UNCHANGED, RATING_WAITS.
CREATE OR REPLACE FUNCTION propose_risk_rating(p_key uuid, p_customer uuid, p_risk text, p_reason text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  proposer text;
BEGIN
  PERFORM require_branch_of_customer(who, 'CUSTOMER_STATUS', p_customer);
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    IF EXISTS (SELECT FROM kyc_standing WHERE customer_id = p_customer AND rated_risk IS NOT DISTINCT FROM p_risk) THEN
      PERFORM refuse('RATING_UNCHANGED');
    END IF;
    SELECT u.full_name INTO proposer FROM approvals a JOIN users u ON u.id = a.proposed_by
      WHERE a.kind = 'RISK_RATING' AND a.status = 'PENDING' AND a.subject_id = p_customer LIMIT 1;
    IF FOUND THEN PERFORM refuse('RATING_WAITS', jsonb_build_object('proposer', proposer)); END IF;
  END IF;
  PERFORM propose(who, p_key, 'RISK_RATING', 'customers', p_customer, jsonb_build_object('risk', p_risk, 'why', clean_text(p_reason)));
END $$;

CREATE OR REPLACE FUNCTION show_risk_rating(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', concat_ws(' ', c.first_name, c.last_name), 'customerNumber', c.customer_number, 'risk', s.risk,
    'newRisk', coalesce(proposal.payload ->> 'risk', 'COMPUTED'), 'why', proposal.payload ->> 'why',
    'riskReasons', (SELECT coalesce(string_agg(concat_ws(' ', r ->> 'kind', r ->> 'value', r ->> 'risk'), ', '
      ORDER BY r ->> 'kind', r ->> 'value'), '') FROM jsonb_array_elements(s.risk_reasons) AS r))
  FROM customers c JOIN kyc_standing s ON s.customer_id = c.id WHERE c.id = proposal.subject_id $$;

CREATE OR REPLACE FUNCTION perform_risk_rating(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM FROM customers WHERE id = proposal.subject_id FOR NO KEY UPDATE;
  UPDATE kyc_standing SET rated_risk = proposal.payload ->> 'risk', rating_id = proposal.id WHERE customer_id = proposal.subject_id;
  PERFORM refresh_risk(proposal.subject_id), apply_kyc_block(proposal.subject_id);
  RETURN '{}';
END $$;
