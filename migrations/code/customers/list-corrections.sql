-- The corrections that wait, in the shape of the contract, longest wait first: of one customer, or of all of the branch.
CREATE OR REPLACE FUNCTION list_corrections(p_customer uuid DEFAULT NULL) RETURNS SETOF jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  n int;
BEGIN
  RETURN QUERY SELECT jsonb_build_object('id', k.id, 'customerId', c.id, 'customerNumber', c.customer_number, 'documentId', k.document_id,
      'from', jsonb_build_object('firstName', k.from_first_name, 'lastName', k.from_last_name, 'dateOfBirth', k.from_date_of_birth,
        'nationality', k.from_nationality),
      'to', jsonb_build_object('firstName', k.first_name, 'lastName', k.last_name, 'dateOfBirth', k.date_of_birth,
        'nationality', k.nationality),
      'reason', k.reason, 'proposedBy', u.full_name, 'proposedAt', k.created_at, 'own', k.created_by = who.user_id)
    FROM customer_corrections k JOIN customers c ON c.id = k.customer_id JOIN users u ON u.id = k.created_by
    WHERE k.status = 'PENDING' AND (p_customer IS NULL OR k.customer_id = p_customer)
      AND may_cross(who, 'CUSTOMER_STATUS', c.branch_id)
    ORDER BY k.created_at, k.id LIMIT 200;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM count_reads(who, n);
END $$;
