-- Binds a document to its content when it is uploaded, and each decision to what was shown.
CREATE OR REPLACE FUNCTION guard_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity;
  file_hash bytea;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT content_sha256 INTO file_hash FROM kyc_files WHERE id = NEW.file_id AND (created_by = NEW.created_by OR NOT is_workstation());
    IF NOT FOUND THEN PERFORM refuse('FILE_UNREADABLE'); END IF;
    IF NEW.expires_at < local_date() AND is_workstation() THEN
      PERFORM refuse('DOCUMENT_EXPIRED', jsonb_build_object('expiresAt', NEW.expires_at));
    END IF;
    NEW.content_digest := sha256(convert_to(jsonb_build_array(NEW.id, NEW.customer_id, NEW.document_type, NEW.document_number,
      extract(epoch FROM NEW.expires_at)::text, encode(file_hash, 'hex'))::text, 'UTF8'));
    RETURN NEW;
  END IF;
  IF NOT is_workstation() THEN RETURN NEW; END IF;
  who := require_identity('SUPERVISOR');
  IF OLD.status <> 'PENDING' THEN PERFORM refuse('ALREADY_DECIDED'); END IF;
  IF OLD.created_by = who.user_id THEN PERFORM refuse('OWN_UPLOAD'); END IF;
  IF NEW.status NOT IN ('APPROVED', 'REJECTED') THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF NEW.decided_digest IS DISTINCT FROM OLD.content_digest THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  IF NEW.status = 'APPROVED' AND OLD.expires_at < local_date() THEN
    PERFORM refuse('DOCUMENT_EXPIRED', jsonb_build_object('expiresAt', OLD.expires_at));
  END IF;
  IF NEW.status = 'APPROVED' THEN NEW.rejection_reason := NULL; END IF;
  NEW.verified_by := who.user_id;
  NEW.decided_at := clock_timestamp();
  RETURN NEW;
END $$;
