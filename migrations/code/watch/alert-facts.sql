-- What an alert is about: the person, and the postings in cash of its days, as they are now.

-- All keys under which this person was counted.
CREATE OR REPLACE FUNCTION people_of(p_person uuid) RETURNS uuid[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_agg(DISTINCT each.id) FROM (SELECT coalesce((SELECT customer_id FROM presenter_links WHERE person_id = p_person), p_person)
    AS id) AS own, LATERAL (SELECT own.id UNION SELECT p_person
      UNION SELECT person_id FROM presenter_links WHERE customer_id = own.id) AS each (id) $$;

-- The postings in cash of these people, brought or fetched by themselves, from one day to another. Of each which side of the counter the
-- cash came from, and whether it counts: what is reversed does not, nor does what reverses it.
CREATE OR REPLACE FUNCTION cash_postings_of(p_people uuid[], p_currency text, p_from date, p_to date)
RETURNS TABLE (id uuid, is_in boolean, counts boolean, till_account uuid, holder_account uuid) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH of_people AS (
    SELECT p.transaction_id AS id FROM posting_presenters p WHERE p.person_id = ANY (p_people)
    UNION
    SELECT e.transaction_id FROM accounts a JOIN entries e ON e.account_id = a.id AND e.business_date BETWEEN p_from AND p_to
      WHERE a.customer_id = ANY (p_people) AND NOT EXISTS (SELECT FROM posting_presenters p WHERE p.transaction_id = e.transaction_id))
  SELECT t.id, debited.till_id IS NOT NULL, NOT EXISTS (SELECT FROM transactions undone WHERE undone.reversal_of = t.id),
    CASE WHEN debited.till_id IS NOT NULL THEN debited.id ELSE credited.id END,
    CASE WHEN debited.till_id IS NOT NULL THEN credited.id ELSE debited.id END
  FROM of_people o JOIN transactions t ON t.id = o.id JOIN accounts debited ON debited.id = t.from_account_id
    JOIN accounts credited ON credited.id = t.to_account_id
  WHERE t.business_date BETWEEN p_from AND p_to AND t.currency = p_currency AND t.status = 'COMPLETED' AND t.reversal_of IS NULL
    AND (debited.till_id IS NULL) <> (credited.till_id IS NULL) $$;

-- Who it is: a customer, or whoever was named last under this key.
CREATE OR REPLACE FUNCTION person_view(p_people uuid[]) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((SELECT jsonb_build_object('customerId', c.id, 'customerNumber', c.customer_number,
      'name', concat_ws(' ', c.first_name, c.last_name), 'dateOfBirth', c.date_of_birth,
      'document', (SELECT jsonb_build_object('type', d.document_type, 'number', d.document_number, 'country', d.issuing_country)
        FROM kyc_documents d WHERE d.customer_id = c.id AND d.issuing_country IS NOT NULL AND d.status <> 'REJECTED'
        ORDER BY d.status = 'APPROVED' DESC, d.id DESC LIMIT 1))
      FROM customers c WHERE c.id = ANY (p_people) ORDER BY c.id LIMIT 1),
    (SELECT jsonb_build_object('customerId', NULL, 'customerNumber', NULL, 'name', p.full_name, 'dateOfBirth', p.date_of_birth,
      'document', presenter_view(p.transaction_id) -> 'document')
      FROM posting_presenters p WHERE p.person_id = ANY (p_people)
      ORDER BY p.document_type IS NOT NULL DESC, p.transaction_id DESC LIMIT 1)) $$;

-- The postings behind an alert, oldest first: of a day both directions, of several the direction that was split.
CREATE OR REPLACE FUNCTION alert_postings(alert cash_alerts, p_people uuid[]) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('transactionId', t.id, 'reference', t.transaction_id, 'transactionType', t.transaction_type,
      'isIn', c.is_in, 'counts', c.counts, 'amount', t.amount::text, 'businessDate', t.business_date, 'postedAt', t.created_at,
      'branch', b.name, 'till', till.name, 'teller', u.full_name, 'accountNumber', a.account_number,
      'holder', (SELECT concat_ws(' ', h.first_name, h.last_name) FROM customers h WHERE h.id = a.customer_id),
      'presenter', presenter_view(t.id)) ORDER BY t.id), '[]')
  FROM cash_postings_of(p_people, alert.currency, alert.first_date, alert.last_date) AS c JOIN transactions t ON t.id = c.id
    JOIN branches b ON b.id = t.branch_id JOIN accounts a ON a.id = c.holder_account
    JOIN accounts cash ON cash.id = c.till_account JOIN tills till ON till.id = cash.till_id LEFT JOIN users u ON u.id = t.created_by
  WHERE alert.kind = 'REPORT' OR c.is_in = alert.is_in $$;

-- What the postings that count come to, in and out apart.
CREATE OR REPLACE FUNCTION cash_in_and_out(p_postings jsonb, OUT cash_in numeric, OUT cash_out numeric) LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(sum((p ->> 'amount')::numeric) FILTER (WHERE (p -> 'isIn')::boolean), 0.00),
    coalesce(sum((p ->> 'amount')::numeric) FILTER (WHERE NOT (p -> 'isIn')::boolean), 0.00)
  FROM jsonb_array_elements(p_postings) AS p WHERE (p -> 'counts')::boolean $$;
