-- Binds a document to its content when it is uploaded: the digest covers all that is shown of it. Decisions repeat it.
CREATE OR REPLACE FUNCTION guard_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  file_hash bytea;
  pages jsonb;
BEGIN
  SELECT content_sha256 INTO STRICT file_hash FROM kyc_files WHERE id = NEW.file_id;
  SELECT coalesce(jsonb_agg(jsonb_build_array(p.side, encode(f.content_sha256, 'hex')) ORDER BY p.page_no), '[]') INTO pages
    FROM kyc_pages p JOIN kyc_files f ON f.id = p.file_id WHERE p.document_id = NEW.id;
  NEW.number_key := normalise_document_number(NEW.document_number);
  NEW.content_digest := sha256(convert_to(jsonb_build_array(NEW.id, NEW.customer_id, NEW.document_type, NEW.document_number,
    extract(epoch FROM NEW.expires_at)::text, NEW.issued_on, encode(file_hash, 'hex'), NEW.issuing_country, pages)::text, 'UTF8'));
  RETURN NEW;
END $$;
