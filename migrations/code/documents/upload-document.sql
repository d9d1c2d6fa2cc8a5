-- Stores a document with the file of its first page, those of the pages after it, and what was read of it: all or nothing, so that no file
-- is without a document. Sent twice, it is stored once: the encrypted bytes differ each time, so the file is recognised by its MAC.
CREATE OR REPLACE FUNCTION upload_document(p_id uuid, p_customer uuid, p_type document_type, p_number text, p_country text, p_expires date,
  p_media_type text, p_byte_size int, p_mac bytea, p_wrapped_key bytea, p_content bytea, p_sides text[], p_byte_sizes int[], p_macs bytea[],
  p_wrapped_keys bytea[], p_contents bytea[], p_reading bytea, p_generation int, p_page_macs bytea[],
  p_issued date DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  same boolean;
  stored uuid;
  further uuid;
BEGIN
  PERFORM require_branch_of_customer(who, 'DOCUMENT_UPLOAD', p_customer);
  SELECT coalesce(d.created_by = who.user_id AND d.customer_id = p_customer AND d.document_type = p_type AND d.document_number = p_number
      AND d.issuing_country IS NOT DISTINCT FROM p_country AND d.expires_at IS NOT DISTINCT FROM p_expires
      AND d.issued_on IS NOT DISTINCT FROM p_issued AND f.content_mac = p_mac, false)
    INTO same FROM kyc_documents d JOIN kyc_files f ON f.id = d.file_id WHERE d.id = p_id;
  IF same THEN RETURN; END IF;
  IF FOUND THEN PERFORM refuse('KEY_REUSED'); END IF;
  IF p_expires < local_date() THEN PERFORM refuse('DOCUMENT_EXPIRED', jsonb_build_object('expiresAt', p_expires)); END IF;
  PERFORM require_key_in_use(p_generation, NULL);
  stored := store_file(p_media_type, p_byte_size, p_mac, p_page_macs[1], p_content, p_generation, p_wrapped_key);
  FOR i IN 1 .. coalesce(cardinality(p_sides), 0) LOOP
    further := store_file('image/jpeg', p_byte_sizes[i], p_macs[i], p_page_macs[i + 1], p_contents[i], p_generation, p_wrapped_keys[i]);
    -- Before the document, whose digest covers them.
    INSERT INTO kyc_pages (document_id, page_no, side, file_id) VALUES (p_id, i + 1, p_sides[i], further);
  END LOOP;
  INSERT INTO kyc_documents (id, customer_id, document_type, document_number, issuing_country, file_id, expires_at, issued_on)
    VALUES (p_id, p_customer, p_type, p_number, p_country, stored, p_expires, p_issued);
  IF p_reading IS NOT NULL THEN INSERT INTO kyc_readings (document_id, content) VALUES (p_id, p_reading); END IF;
END $$;

-- An encrypted page and, beside it, its key.
CREATE OR REPLACE FUNCTION store_file(p_media_type text, p_byte_size int, p_mac bytea, p_page_mac bytea, p_content bytea, p_generation int,
  p_wrapped_key bytea) RETURNS uuid LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE stored uuid;
BEGIN
  INSERT INTO kyc_files (media_type, byte_size, content_mac, page_mac, content)
    VALUES (p_media_type, p_byte_size, p_mac, p_page_mac, p_content) RETURNING id INTO stored;
  INSERT INTO kyc_file_keys (file_id, generation, wrapped_key) VALUES (stored, p_generation, p_wrapped_key);
  RETURN stored;
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
