-- Whether a file is neither a document's first page nor a later one.
CREATE OR REPLACE FUNCTION is_orphan(p_file uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM kyc_documents WHERE file_id = p_file) AND NOT EXISTS (SELECT FROM kyc_pages WHERE file_id = p_file)
$$;

-- Removes the files that no document names. Only releases whose workstations stored file and document in two statements could leave some,
-- so it is called when the code is applied (after.sql) and by nobody else. Each removal stays in the audit log.
CREATE OR REPLACE FUNCTION collect_orphan_files() RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE orphan kyc_files;
BEGIN
  IF NOT EXISTS (SELECT FROM kyc_files f WHERE is_orphan(f.id)) THEN RETURN; END IF;
  ALTER TABLE kyc_files NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE kyc_files DISABLE TRIGGER no_change;
  DELETE FROM kyc_file_keys k WHERE is_orphan(k.file_id);
  FOR orphan IN DELETE FROM kyc_files f WHERE is_orphan(f.id) RETURNING * LOOP
    PERFORM write_audit(NULL, 'DELETED', 'kyc_files', orphan.id, jsonb_build_object('before', jsonb_build_object(
      'id', orphan.id, 'media_type', orphan.media_type, 'byte_size', orphan.byte_size, 'created_by', orphan.created_by,
      'content_sha256', encode(orphan.content_sha256, 'hex'))));
  END LOOP;
  ALTER TABLE kyc_files ENABLE TRIGGER no_change;
  ALTER TABLE kyc_files FORCE ROW LEVEL SECURITY;
END $$;
