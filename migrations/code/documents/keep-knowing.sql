-- What has to be asked for again: documents that expire, and customers who are due to be looked at.

-- Of one customer: the risk and its reasons, what the policy asks, since when the KYC has expired, and the next review.
CREATE OR REPLACE FUNCTION read_kyc_standing(p_customer uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  c customers;
BEGIN
  PERFORM require_branch_of_customer(who, 'CUSTOMER_READ', p_customer);
  PERFORM count_reads(who, 1);
  SELECT * INTO c FROM customers WHERE id = p_customer;
  RETURN (SELECT jsonb_build_object('risk', s.risk, 'reasons', s.risk_reasons, 'isRated', s.rated_risk IS NOT NULL,
      'expiredOn', s.expired_on, 'reviewedOn', s.reviewed_on, 'reviewDue', s.review_due, 'policy', kyc_policy_view(kyc_policy_of(c)),
      'kind', c.kind, 'legalHolds', legal_holds_view(who, p_customer),
      'reviews', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'reviewedOn', r.reviewed_on, 'nextDue', r.next_due,
        'risk', r.risk, 'words', r.words, 'by', u.full_name) ORDER BY r.created_at DESC, r.id), '[]')
        FROM kyc_reviews r JOIN users u ON u.id = r.created_by WHERE r.customer_id = p_customer))
    FROM kyc_standing s WHERE s.customer_id = p_customer);
END $$;

-- Decides a periodic review: the customer was looked at as a whole, and is so again on p_next at the latest, which is not later than the
-- policy of the risk says. Sent twice, it is decided once. Errors: CUSTOMER_NOT_FOUND, OTHER_BRANCH, KEY_REUSED, KYC_EXPIRED, REVIEW_DATE.
CREATE OR REPLACE FUNCTION review_customer(p_id uuid, p_customer uuid, p_next date, p_words text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  c customers;
  standing kyc_standing;
  today date := limit_date(who.branch_id);
  latest date;
BEGIN
  SELECT * INTO c FROM customers WHERE id = p_customer FOR NO KEY UPDATE;
  PERFORM require_branch_of_customer(who, 'DOCUMENT_DECIDE', p_customer);
  IF EXISTS (SELECT FROM kyc_reviews WHERE id = p_id) THEN
    PERFORM FROM kyc_reviews WHERE id = p_id AND (customer_id, next_due, words, created_by)
      = (p_customer, p_next, clean_text(p_words)::varchar, who.user_id);
    IF NOT FOUND THEN PERFORM refuse('KEY_REUSED'); END IF;
    RETURN;
  END IF;
  PERFORM refresh_risk(p_customer);
  SELECT * INTO standing FROM kyc_standing WHERE customer_id = p_customer;
  IF standing.expired_on IS NOT NULL THEN PERFORM refuse('KYC_EXPIRED', jsonb_build_object('date', standing.expired_on)); END IF;
  latest := years_later(today, (kyc_policy_of(c)).review_years);
  IF p_next IS NULL OR p_next <= today OR p_next > latest THEN
    PERFORM refuse('REVIEW_DATE', jsonb_build_object('latest', latest));
  END IF;
  INSERT INTO kyc_reviews (id, customer_id, reviewed_on, next_due, risk, words, created_by)
    VALUES (p_id, p_customer, today, p_next, standing.risk, clean_text(p_words), who.user_id);
  UPDATE kyc_standing SET reviewed_on = today, review_due = p_next WHERE customer_id = p_customer;
END $$;

-- What is due at the caller's branch within so many days: documents that expire, those that have, and customers to be looked at; what is
-- most overdue first. A document after which a later one of its kind was approved is not asked for again.
CREATE OR REPLACE FUNCTION list_kyc_due(p_days int) RETURNS TABLE (business_date date, due jsonb) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  today date := limit_date(who.branch_id);
BEGIN
  business_date := today;
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'id', d.id, 'customerId', c.id, 'customerNumber', c.customer_number,
      'customerName', concat_ws(' ', c.first_name, c.last_name), 'documentType', d.document_type, 'on', d.due_on,
      'days', d.due_on - today, 'risk', s.risk, 'isExpired', s.expired_on IS NOT NULL) ORDER BY d.due_on, d.id), '[]') INTO due
    FROM (SELECT * FROM due_of_branch(who.branch_id, today + least(greatest(p_days, 1), 366)) LIMIT 1000) AS d
      JOIN customers c ON c.id = d.customer_id JOIN kyc_standing s ON s.customer_id = c.id;
  PERFORM count_reads(who, jsonb_array_length(due));
  RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION due_of_branch(p_branch uuid, p_until date)
RETURNS TABLE (kind text, id uuid, customer_id uuid, document_type document_type, due_on date) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT 'DOCUMENT', d.id, d.customer_id, d.document_type, d.expires_at
    FROM kyc_documents d JOIN customers c ON c.id = d.customer_id
    WHERE d.status IN ('APPROVED', 'EXPIRED') AND d.expires_at <= p_until AND c.branch_id = p_branch
      AND need_of(d.document_type) IS NOT NULL AND NOT EXISTS (SELECT FROM kyc_documents o WHERE o.customer_id = d.customer_id
        AND need_of(o.document_type) = need_of(d.document_type) AND o.status = 'APPROVED' AND o.id <> d.id
        AND (o.expires_at IS NULL OR o.expires_at > d.expires_at))
  UNION ALL SELECT 'REVIEW', s.customer_id, s.customer_id, NULL, s.review_due
    FROM kyc_standing s JOIN customers c ON c.id = s.customer_id WHERE s.review_due <= p_until AND c.branch_id = p_branch
      AND c.status = 'ACTIVE'
  ORDER BY 5, 2 $$;
