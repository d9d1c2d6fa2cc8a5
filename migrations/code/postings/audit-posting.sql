-- The audit rows of transactions, in the shape of audit_row(). A new posting says itself who made it and from what cause, so nothing has to
-- be looked up; the rows of many are written together.
CREATE OR REPLACE FUNCTION audit_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  at timestamptz := clock_timestamp();
  drawn text := left(uuidv7()::text, 30); -- the other digits are counted, as in numbered_ids()
BEGIN
  IF to_regclass('corex.audit_logs_' || to_char(at, 'YYYYMM')) IS NULL THEN PERFORM ensure_audit_partition(at::date); END IF;
  INSERT INTO audit_logs (id, user_id, action, resource_type, resource_id, details, created_at, xid, hash, actor, cause_type, cause_id,
      workstation, session_id, build)
    SELECT (a).id, (a).user_id, (a).action, (a).resource_type, (a).resource_id, (a).details, (a).created_at, (a).xid, audit_hash(a),
      (a).actor, (a).cause_type, (a).cause_id, (a).workstation, (a).session_id, (a).build
    FROM (SELECT ROW((drawn || right(to_hex(row_number() OVER () + 16777216), 6))::uuid, w.created_by,
        CASE w.status WHEN 'COMPLETED' THEN 'POSTED' ELSE 'CREATED' END, 'transactions', w.id,
        json_build_object('after', jsonb_strip_nulls(to_jsonb(w) - 'payload_hash')), at, pg_current_xact_id(), NULL, w.actor,
        w.cause_type, w.cause_id, w.workstation, w.session_id, w.build)::audit_logs AS a FROM written w OFFSET 0) AS made;
  RETURN NULL;
END $$;

-- What is still pending may change.
CREATE OR REPLACE FUNCTION audit_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE made origin := current_origin();
BEGIN
  PERFORM write_audit(made.user_id, CASE NEW.status WHEN OLD.status THEN 'CHANGED' ELSE 'STATUS_' || NEW.status END, 'transactions', NEW.id,
    jsonb_strip_nulls(jsonb_build_object('before', to_jsonb(OLD) - 'payload_hash', 'after', to_jsonb(NEW) - 'payload_hash')), made);
  RETURN NULL;
END $$;
