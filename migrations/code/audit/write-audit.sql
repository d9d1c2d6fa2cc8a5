-- The hash must not depend on a client's settings: json text is kept as written, the moment as epoch seconds, and the
-- fields stand in an array, so that the value of one field cannot pass for part of the next. A row of an earlier release, of which no
-- cause was recorded, has the hash that it was written with. That of a posting is over its transaction (postings/audit-posting.sql), and is
-- none where that is not there.
CREATE OR REPLACE FUNCTION audit_hash(a audit_logs) RETURNS bytea LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF is_bare_posting(a) THEN
    RETURN coalesce((SELECT posting_audit_hash(a.created_at, a.xid, t) FROM transactions t WHERE t.id = a.id AND t.actor = a.actor), '');
  END IF;
  RETURN sha256(convert_to((jsonb_build_array(a.id, a.user_id, a.action, a.resource_type, a.resource_id, a.details::text,
      extract(epoch FROM a.created_at)::text, a.xid::text)
    || CASE WHEN a.cause_type = 'UNRECORDED' THEN '[]'
      ELSE jsonb_build_array(a.actor, a.cause_type, a.cause_id, a.workstation, a.session_id, a.build) END)::text, 'UTF8'));
END $$;

-- Writes one row of the audit log, of the current origin unless another one is given. A month that has no partition yet gets one: the
-- clock was set, or nothing was started for two years.
CREATE OR REPLACE FUNCTION write_audit(p_user uuid, p_action text, p_type text, p_id uuid, p_details jsonb,
  p_origin origin DEFAULT current_origin()) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE row_ audit_logs;
BEGIN
  row_ := ROW(uuidv7(), p_user, p_action, p_type, p_id, p_details::json, clock_timestamp(), pg_current_xact_id(), NULL,
    p_origin.actor, p_origin.cause_type, p_origin.cause_id, p_origin.workstation, p_origin.session_id, p_origin.build)::audit_logs;
  row_.hash := audit_hash(row_);
  IF to_regclass('corex.audit_logs_' || to_char(row_.created_at AT TIME ZONE 'UTC', 'YYYYMM')) IS NULL THEN
    PERFORM ensure_audit_partition((row_.created_at AT TIME ZONE 'UTC')::date);
  END IF;
  INSERT INTO audit_logs SELECT row_.*;
END $$;
