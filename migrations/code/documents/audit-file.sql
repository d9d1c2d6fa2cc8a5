-- Writes the audit row of an upload. audit_row() would turn ten megabytes into JSON before it drops them.
CREATE OR REPLACE FUNCTION audit_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM write_audit(current_user_id(), 'CREATED', 'kyc_files', NEW.id, jsonb_build_object('after', jsonb_build_object(
    'id', NEW.id, 'media_type', NEW.media_type, 'byte_size', NEW.byte_size, 'content_sha256', encode(NEW.content_sha256, 'hex'))));
  RETURN NULL;
END $$;
