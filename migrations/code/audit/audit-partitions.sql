-- Makes the partition of a month unless it is there. Row-level security and statement triggers are not inherited by
-- partitions, so each gets its own.
CREATE OR REPLACE FUNCTION ensure_audit_partition(month date) RETURNS void LANGUAGE plpgsql
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

-- This month and 24 ahead. In UTC like the partitions' bounds: east of it a month begins earlier, and today's rows would have no partition.
CREATE OR REPLACE FUNCTION ensure_audit_partitions() RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM ensure_audit_partition((now() + ahead * interval '1 month')::date) FROM generate_series(0, 24) AS ahead;
END $$;
