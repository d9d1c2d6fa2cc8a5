-- Which documents have been kept as long as their rule says. One event counts for a document: that it was rejected; otherwise that a later
-- one took its place; otherwise that the relationship with the customer ended.

-- When the relationship with a customer ended: the last account was closed, and nobody's account that is open can be signed for. Of who
-- never had an account, since they were made inactive. Null: it goes on.
CREATE OR REPLACE FUNCTION relationship_ended(p_customer uuid) RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH tie AS (
    SELECT closed_on AS until FROM accounts WHERE customer_id = p_customer
    UNION ALL SELECT CASE WHEN later.id IS NOT NULL THEN (later.created_at AT TIME ZONE 'UTC')::date
        WHEN p.valid_until < (clock_timestamp() AT TIME ZONE 'UTC')::date THEN p.valid_until
        ELSE (SELECT CASE WHEN bool_and(a.status = 'CLOSED') THEN max(a.closed_on) END FROM accounts a
          WHERE a.customer_id = p.customer_id AND (p.account_id IS NULL OR a.id = p.account_id)) END
      FROM parties p LEFT JOIN parties later ON later.replaces = p.id WHERE p.party_id = p_customer AND NOT p.ended)
  SELECT CASE WHEN count(*) > count(until) THEN NULL WHEN count(*) > 0 THEN max(until)
    ELSE (SELECT (updated_at AT TIME ZONE 'UTC')::date FROM customers WHERE id = p_customer AND status = 'INACTIVE') END
  FROM tie $$;

-- Since when another document of its type stands in the place of this one; null while it is needed for what the policy asks.
CREATE OR REPLACE FUNCTION replaced_on(d kyc_documents) RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT min((later.decided_at AT TIME ZONE 'UTC')::date) FROM kyc_documents later
  WHERE later.customer_id = d.customer_id AND later.document_type = d.document_type AND later.decided_at > d.decided_at
    AND later.status IN ('APPROVED', 'EXPIRED') AND d.status IN ('APPROVED', 'EXPIRED')
    AND (d.status = 'EXPIRED' OR need_of(d.document_type) IS NULL OR kyc_is_covered(d.customer_id,
      (SELECT kyc_policy_of(c) FROM customers c WHERE c.id = d.customer_id), d.id)) $$;

-- The rule that counts for a document, since when, and when it has been kept long enough; no row before its event.
CREATE OR REPLACE FUNCTION retention_of(d kyc_documents)
RETURNS TABLE (event text, event_on date, rule_id uuid, years int, due_on date) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT of_document.event, of_document.event_on, rule.id, rule.years::int, years_later(of_document.event_on, rule.years)
  FROM (SELECT CASE WHEN d.status = 'REJECTED' THEN 'REJECTED' WHEN replaced.day IS NOT NULL THEN 'REPLACED' ELSE 'ENDED' END AS event,
      CASE WHEN d.status = 'REJECTED' THEN (d.decided_at AT TIME ZONE 'UTC')::date
        ELSE coalesce(replaced.day, relationship_ended(d.customer_id)) END AS event_on
    FROM (SELECT CASE WHEN d.status <> 'REJECTED' THEN replaced_on(d) END AS day) AS replaced) AS of_document
    JOIN customers c ON c.id = d.customer_id
    CROSS JOIN LATERAL retention_in_force(c.branch_id, coalesce(need_of(d.document_type), 'SPECIMEN'), of_document.event,
      limit_date(c.branch_id)) AS rule
  WHERE of_document.event_on IS NOT NULL $$;

-- The documents that are due by a date and not deleted, the longest due first. What stands no chance is left out before it is asked for
-- each one: no later document, an account that is open, nothing rejected.
CREATE OR REPLACE FUNCTION due_documents(p_until date)
RETURNS TABLE (document_id uuid, customer_id uuid, event text, event_on date, rule_id uuid, years int, due_on date, is_held boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT d.id, d.customer_id, r.event, r.event_on, r.rule_id, r.years, r.due_on,
    EXISTS (SELECT FROM legal_holds h WHERE h.customer_id = d.customer_id AND h.released_at IS NULL)
  FROM kyc_documents d CROSS JOIN LATERAL retention_of(d) AS r
  WHERE d.created_at < p_until + interval '1 day' - interval '1 year' AND r.due_on <= p_until
    AND NOT EXISTS (SELECT FROM document_deletions x WHERE x.id = d.id)
    AND (d.status = 'REJECTED' OR EXISTS (SELECT FROM kyc_documents o WHERE o.customer_id = d.customer_id
        AND o.document_type = d.document_type AND o.id <> d.id AND o.decided_at > d.decided_at)
      OR NOT EXISTS (SELECT FROM accounts a WHERE a.customer_id = d.customer_id AND a.status <> 'CLOSED'))
  ORDER BY r.due_on, d.id $$;
