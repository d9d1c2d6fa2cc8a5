-- Stores a document with its file, both or neither, so that no file is without a document. Sent twice, it is stored once: the
-- encrypted bytes differ each time, so the file is recognised by its MAC.
CREATE OR REPLACE FUNCTION upload_document(p_id uuid, p_customer uuid, p_type document_type, p_number text, p_country text, p_expires date,
  p_media_type text, p_byte_size int, p_mac bytea, p_wrapped_key bytea, p_content bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  same boolean;
  stored uuid;
BEGIN
  PERFORM require_branch_of_customer(who, 'DOCUMENT_UPLOAD', p_customer);
  SELECT coalesce(d.created_by = who.user_id AND d.customer_id = p_customer AND d.document_type = p_type AND d.document_number = p_number
      AND d.issuing_country IS NOT DISTINCT FROM p_country AND d.expires_at IS NOT DISTINCT FROM p_expires AND f.content_mac = p_mac, false)
    INTO same FROM kyc_documents d JOIN kyc_files f ON f.id = d.file_id WHERE d.id = p_id;
  IF same THEN RETURN; END IF;
  IF FOUND THEN PERFORM refuse('KEY_REUSED'); END IF;
  IF p_expires < local_date() THEN PERFORM refuse('DOCUMENT_EXPIRED', jsonb_build_object('expiresAt', p_expires)); END IF;
  INSERT INTO kyc_files (media_type, byte_size, content_mac, wrapped_key, content)
    VALUES (p_media_type, p_byte_size, p_mac, p_wrapped_key, p_content) RETURNING id INTO stored;
  INSERT INTO kyc_documents (id, customer_id, document_type, document_number, issuing_country, file_id, expires_at)
    VALUES (p_id, p_customer, p_type, p_number, p_country, stored, p_expires);
END $$;

-- Documents belong to their customer's home branch.
CREATE OR REPLACE FUNCTION require_branch_of_customer(who identity, p_action text, p_customer uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE home uuid;
BEGIN
  SELECT branch_id INTO home FROM customers WHERE id = p_customer;
  IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, p_action, home);
END $$;
