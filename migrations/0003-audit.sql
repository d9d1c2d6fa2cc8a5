-- The record of who did what. Rows are written by triggers and by the functions of this schema, and by nothing else;
-- nobody, the owner included, changes or deletes one. Partitioned by month on the time-ordered key, which keeps
-- PRIMARY KEY (id). No DEFAULT partition: a row in it would block the month that it belongs to.

CREATE TABLE audit_logs (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  user_id uuid REFERENCES users,
  action varchar(50) NOT NULL,
  resource_type varchar(50) NOT NULL,
  resource_id uuid,
  details json NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Lets a sealer find rows whose transaction has surely ended; a sequence number cannot.
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  hash bytea NOT NULL
) PARTITION BY RANGE (id);
COMMENT ON TABLE audit_logs IS 'Append-only record of every change and sign-in, one partition a month';
CREATE INDEX idx_audit_logs_user ON audit_logs (user_id, id);
CREATE INDEX idx_audit_logs_created ON audit_logs (created_at);
CREATE INDEX idx_audit_logs_resource ON audit_logs (resource_id, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM refuse('APPEND_ONLY', jsonb_build_object('table', TG_TABLE_NAME));
  RETURN NULL;
END $$;

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON audit_logs FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_logs EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_logs ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE audit_logs ENABLE ALWAYS TRIGGER no_truncate;

-- Row-level security and statement triggers are not inherited by partitions, so each gets its own.
CREATE FUNCTION ensure_audit_partition(month date) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  first date := date_trunc('month', month);
  partition text := 'audit_logs_' || to_char(first, 'YYYYMM');
BEGIN
  IF to_regclass('corex.' || partition) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE corex.%I PARTITION OF corex.audit_logs FOR VALUES FROM (%L) TO (%L)',
    partition, uuidv7_floor(first::timestamptz), uuidv7_floor((first + interval '1 month')::timestamptz));
  EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON corex.%I EXECUTE FUNCTION corex.refuse_change()', partition);
  EXECUTE format('ALTER TABLE corex.%I ENABLE ALWAYS TRIGGER no_truncate', partition);
  EXECUTE format('ALTER TABLE corex.%I ENABLE ROW LEVEL SECURITY', partition);
  EXECUTE format('ALTER TABLE corex.%I FORCE ROW LEVEL SECURITY', partition);
  EXECUTE format('COMMENT ON TABLE corex.%I IS %L', partition, 'audit_logs of ' || to_char(first, 'YYYY-MM'));
END $$;

-- In UTC like the partitions' bounds: east of it a month begins earlier, and today's rows would have no partition.
CREATE FUNCTION ensure_audit_partitions() RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM ensure_audit_partition((now() + ahead * interval '1 month')::date) FROM generate_series(0, 24) AS ahead;
END $$;
SELECT ensure_audit_partitions();

-- The hash must not depend on a client's settings: json text is kept as written, the moment as epoch seconds, and the
-- fields stand in an array, so that none can slide into its neighbour.
CREATE FUNCTION audit_hash(a audit_logs) RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT sha256(convert_to(jsonb_build_array(a.id, a.user_id, a.action, a.resource_type, a.resource_id, a.details::text,
    extract(epoch FROM a.created_at)::text, a.xid::text)::text, 'UTF8')) $$;

CREATE FUNCTION write_audit(p_user uuid, p_action text, p_type text, p_id uuid, p_details jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE row_ audit_logs;
BEGIN
  row_ := ROW(uuidv7(), p_user, p_action, p_type, p_id, p_details::json, clock_timestamp(), pg_current_xact_id(), NULL)::audit_logs;
  row_.hash := audit_hash(row_);
  INSERT INTO audit_logs SELECT row_.*;
END $$;

-- What an auditor reads as the action: CREATED, CHANGED, DELETED, and for a change of status the status itself.
CREATE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET bytea_output = 'hex' AS $$
DECLARE
  secrets text[] := '{password_hash,token_hash,payload_hash,wrapped_key,content}';
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - secrets END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - secrets END;
  action text := CASE TG_OP WHEN 'INSERT' THEN coalesce(TG_ARGV[0], 'CREATED') WHEN 'DELETE' THEN 'DELETED' ELSE 'CHANGED' END;
BEGIN
  IF TG_OP = 'UPDATE' AND before ->> 'status' IS DISTINCT FROM after ->> 'status' THEN action := 'STATUS_' || (after ->> 'status'); END IF;
  IF TG_OP = 'UPDATE' AND before ->> 'kyc_status' IS DISTINCT FROM after ->> 'kyc_status' THEN action := 'KYC_' || (after ->> 'kyc_status'); END IF;
  PERFORM write_audit(current_user_id(), action, TG_TABLE_NAME, (coalesce(after, before) ->> 'id')::uuid,
    jsonb_strip_nulls(jsonb_build_object('before', before, 'after', after)));
  RETURN NULL;
END $$;

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON branches FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON users FOR EACH ROW EXECUTE FUNCTION audit_row();

ALTER TABLE audit_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_logs FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON audit_logs FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON audit_logs FOR INSERT TO corex_owner WITH CHECK (true);
CREATE POLICY app_read ON audit_logs FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('AUDITOR', 'ADMIN'));
GRANT SELECT ON audit_logs TO corex_app;
