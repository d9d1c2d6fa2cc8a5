-- The documents of other customers that have a page of this one: the same page as it was drawn, or for those of earlier releases the same
-- file. Whose they are is said to whoever may read them; others learn that there is one.
CREATE OR REPLACE FUNCTION list_twins(p_document uuid)
RETURNS TABLE (document_id uuid, customer_number text, customer_name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  asked kyc_documents;
  n int;
BEGIN
  SELECT * INTO asked FROM kyc_documents WHERE id = p_document;
  IF NOT FOUND THEN PERFORM refuse('DOCUMENT_NOT_FOUND'); END IF;
  PERFORM require_branch_of_customer(who, 'DOCUMENT_READ', asked.customer_id);
  RETURN QUERY SELECT d.id, CASE WHEN may.see THEN c.customer_number::text END,
      CASE WHEN may.see THEN concat_ws(' ', c.first_name, c.last_name) END
    FROM (SELECT DISTINCT document_of_file(twin.id) AS id FROM kyc_files own JOIN kyc_files twin
        ON twin.page_mac = own.page_mac OR twin.content_mac = own.content_mac
        WHERE own.id = asked.file_id OR own.id IN (SELECT p.file_id FROM kyc_pages p WHERE p.document_id = asked.id)) AS same
      JOIN kyc_documents d ON d.id = same.id JOIN customers c ON c.id = d.customer_id,
      LATERAL (SELECT may_cross(who, 'DOCUMENT_READ', c.branch_id) AS see) AS may
    WHERE d.customer_id <> asked.customer_id ORDER BY d.created_at, d.id LIMIT 20;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM count_reads(who, n);
END $$;

-- The document that a file is a page of.
CREATE OR REPLACE FUNCTION document_of_file(p_file uuid) RETURNS uuid LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT id FROM kyc_documents WHERE file_id = p_file UNION ALL SELECT document_id FROM kyc_pages WHERE file_id = p_file $$;
