-- Makes the partition of a month unless it is there. Made as a table of its own and then attached: what is made as a partition locks the
-- whole log until its transaction ends, and with it every posting and sign-in. Row-level security and statement triggers are
-- not inherited by partitions, so each gets its own.
CREATE OR REPLACE FUNCTION ensure_audit_partition(month date) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  first date := date_trunc('month', month);
  partition text := 'audit_logs_' || to_char(first, 'YYYYMM');
BEGIN
  IF to_regclass('corex.' || partition) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('corex audit partitions', 0));
  IF to_regclass('corex.' || partition) IS NOT NULL THEN RETURN; END IF; -- somebody else has made it meanwhile
  EXECUTE format('CREATE TABLE corex.%I (LIKE corex.audit_logs INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition);
  EXECUTE format('ALTER TABLE corex.audit_logs ATTACH PARTITION corex.%I FOR VALUES FROM (%L) TO (%L)',
    partition, uuidv7_floor(first::timestamptz), uuidv7_floor((first + interval '1 month')::timestamptz));
  EXECUTE format('ALTER INDEX corex.%I SET (fillfactor = 98)', partition || '_pkey'); -- it grows at its end alone
  EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON corex.%I EXECUTE FUNCTION corex.refuse_change()', partition);
  EXECUTE format('ALTER TABLE corex.%I ENABLE ALWAYS TRIGGER no_truncate', partition);
  EXECUTE format('ALTER TABLE corex.%I ENABLE ROW LEVEL SECURITY', partition);
  EXECUTE format('ALTER TABLE corex.%I FORCE ROW LEVEL SECURITY', partition);
  EXECUTE format('COMMENT ON TABLE corex.%I IS %L', partition, 'audit_logs of ' || to_char(first, 'YYYY-MM'));
END $$;

-- This month and 24 ahead, unless somebody is making them now, who need not be waited for. In UTC like the partitions' bounds: east of it
-- a month begins earlier, and today's rows would have no partition.
CREATE OR REPLACE FUNCTION ensure_audit_partitions() RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('corex audit partitions', 0)) THEN RETURN; END IF;
  PERFORM ensure_audit_partition((now() + ahead * interval '1 month')::date) FROM generate_series(0, 24) AS ahead;
END $$;

-- Whether the log has this month's partition and those of the next twelve.
CREATE OR REPLACE FUNCTION has_audit_partitions() RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
  SELECT bool_and(to_regclass('corex.audit_logs_' || to_char(now() + ahead * interval '1 month', 'YYYYMM')) IS NOT NULL)
  FROM generate_series(0, 12) AS ahead $$;
