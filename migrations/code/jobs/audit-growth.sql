-- How much the audit log grows by, measured once a day for the day before, and of days that were missed later: keys are ordered by time.

CREATE OR REPLACE FUNCTION measure_audit_growth(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  zone text := bank_time_zone();
  counted date := (SELECT (period_begins(j, run.period) AT TIME ZONE zone)::date - 1 FROM jobs j WHERE j.name = run.job);
  grown audit_growth;
BEGIN
  SELECT counted, count(*), coalesce(sum(pg_column_size(a)), 0), log_bytes(), table_bytes() INTO grown
    FROM audit_logs a WHERE id >= uuidv7_floor(counted::timestamp AT TIME ZONE zone)
      AND id < uuidv7_floor((counted + 1)::timestamp AT TIME ZONE zone);
  INSERT INTO audit_growth (day, rows, bytes, log_bytes, database_bytes)
    VALUES (grown.day, grown.rows, grown.bytes, grown.log_bytes, grown.database_bytes) ON CONFLICT (day) DO NOTHING;
  RETURN ROW(grown.rows, 0, NULL)::job_portion;
END $$;

-- The log on the disk, with its indexes.
CREATE OR REPLACE FUNCTION log_bytes() RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT sum(pg_total_relation_size(relid))::bigint FROM pg_partition_tree('corex.audit_logs') $$;

-- All tables with their indexes. The size of the database is for those who may connect to it, and the owner of the functions may not.
CREATE OR REPLACE FUNCTION table_bytes() RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class WHERE relnamespace = 'corex'::regnamespace AND relkind = 'r' $$;

-- The last days, and what follows from the last thirty: what a row takes on the disk, with its indexes, is that of the whole log.
CREATE OR REPLACE FUNCTION read_audit_growth() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN', 'SUPERVISOR', 'AUDITOR');
BEGIN
  RETURN (WITH last AS (SELECT * FROM audit_growth ORDER BY day DESC LIMIT 30),
    recent AS (SELECT avg(bytes) AS bytes, avg(rows) AS rows FROM last)
    SELECT jsonb_build_object('logBytes', log_bytes(), 'databaseBytes', table_bytes(),
      'rowsADay', round(r.rows)::bigint, 'bytesADay', round(r.bytes)::bigint,
      'bytesInAYear', log_bytes() + round(r.bytes * 365)::bigint,
      'days', coalesce((SELECT jsonb_agg(jsonb_build_object('day', g.day, 'rows', g.rows, 'bytes', g.bytes) ORDER BY g.day)
        FROM last g), '[]'))
    FROM recent r);
END $$;
