-- A customer's documents, the first one first: what is known of them, without their content.
CREATE OR REPLACE FUNCTION list_documents(p_customer uuid)
RETURNS TABLE (id uuid, status document_status, document_type document_type, document_number text, issuing_country text, expires_at date,
  rejection_code text, rejection_reason text, uploaded_at timestamptz, uploaded_by text, verified_by text, deletion jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
BEGIN
  PERFORM require_branch_of_customer(who, 'CUSTOMER_READ', p_customer);
  PERFORM count_reads(who, (SELECT count(*)::int FROM kyc_documents WHERE customer_id = p_customer));
  RETURN QUERY SELECT d.id, d.status, d.document_type, d.document_number::text, d.issuing_country::text, d.expires_at,
      d.rejection_code, d.rejection_reason, d.created_at, maker.full_name::text, checker.full_name::text, deletion_view(d.id)
    FROM kyc_documents d JOIN users maker ON maker.id = d.created_by LEFT JOIN users checker ON checker.id = d.verified_by
    WHERE d.customer_id = p_customer ORDER BY d.created_at, d.id;
END $$;

-- Who has a customer's case, as the queue shows it; null where nobody has.
CREATE OR REPLACE FUNCTION claim_view(who identity, p_customer uuid) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('name', u.full_name, 'own', u.id = who.user_id, 'until', k.lapses_at)
  FROM standing_claim(p_customer) AS k JOIN users u ON u.id = k.user_id $$;

-- What waits for a decision at this branch, the longest wait first: the status is in the order too, because under row security the planner
-- does not see that it has one value, and would sort all documents. may_decide is false for one's own upload.
CREATE OR REPLACE FUNCTION list_document_queue()
RETURNS TABLE (id uuid, status document_status, document_type document_type, document_number text, issuing_country text, expires_at date,
  rejection_code text, rejection_reason text, uploaded_at timestamptz, uploaded_by text, verified_by text, customer_id uuid,
  customer_number text, customer_name text, may_decide boolean, shown_hash text, claim jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  n int;
BEGIN
  RETURN QUERY SELECT d.id, d.status, d.document_type, d.document_number::text, d.issuing_country::text, d.expires_at,
      d.rejection_code, d.rejection_reason, d.created_at, maker.full_name::text, NULL, c.id, c.customer_number::text,
      concat_ws(' ', c.first_name, c.last_name), d.created_by <> who.user_id AND may_cross(who, 'DOCUMENT_DECIDE', c.branch_id),
      encode(d.content_digest, 'hex'), claim_view(who, c.id)
    FROM kyc_documents d JOIN customers c ON c.id = d.customer_id JOIN users maker ON maker.id = d.created_by
    WHERE d.status = 'PENDING' AND deletion_view(d.id) IS NULL AND may_cross(who, 'DOCUMENT_READ', c.branch_id)
    ORDER BY d.status, d.created_at, d.id LIMIT 500;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM count_reads(who, n);
END $$;

-- How many documents were decided today, by the branch's calendar, of those that this branch may see.
CREATE OR REPLACE FUNCTION count_decided_today() RETURNS TABLE (approved int, rejected int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('SUPERVISOR', 'AUDITOR');
BEGIN
  RETURN QUERY SELECT count(*) FILTER (WHERE d.status = 'APPROVED')::int, count(*) FILTER (WHERE d.status = 'REJECTED')::int
    FROM kyc_documents d JOIN customers c ON c.id = d.customer_id
    WHERE d.decided_at >= start_of_today() AND may_cross(who, 'DOCUMENT_READ', c.branch_id);
END $$;
