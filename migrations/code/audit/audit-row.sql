-- Writes the audit row of a change: before, after, and as the action CREATED, CHANGED, DELETED, or for a change of status the
-- status itself. A trigger's argument replaces CREATED.
CREATE OR REPLACE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET bytea_output = 'hex' AS $$
DECLARE
  secrets text[] := '{password_hash,token_hash,payload_hash,wrapped_key,hash_key,sealed_key,content,session_epoch,code_hash,verifier_hash}';
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - secrets END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - secrets END;
  made origin := current_origin();
  action text := CASE TG_OP WHEN 'INSERT' THEN coalesce(TG_ARGV[0], 'CREATED') WHEN 'DELETE' THEN 'DELETED' ELSE 'CHANGED' END;
BEGIN
  IF TG_OP = 'UPDATE' AND before ->> 'status' IS DISTINCT FROM after ->> 'status' THEN action := 'STATUS_' || (after ->> 'status'); END IF;
  IF TG_OP = 'UPDATE' AND before ->> 'kyc_status' IS DISTINCT FROM after ->> 'kyc_status' THEN
    action := 'KYC_' || (after ->> 'kyc_status');
  END IF;
  PERFORM write_audit(made.user_id, action, TG_TABLE_NAME, (coalesce(after, before) ->> 'id')::uuid,
    jsonb_strip_nulls(jsonb_build_object('before', before, 'after', after)), made);
  RETURN NULL;
END $$;
