-- How the server stands, part by part. Nothing of it is anybody's business: no name, no amount, no row.

-- The log that slots hold for whoever reads it.
CREATE OR REPLACE FUNCTION slots_state() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('name', slot_name, 'active', active, 'lost', coalesce(wal_status = 'lost', false),
    'bytes', coalesce(pg_current_wal_lsn() - restart_lsn, 0)::bigint) ORDER BY slot_name), '[]')
  FROM pg_replication_slots AS s WHERE NOT s."temporary" $$;

-- Who receives the log, and how far behind each is. Null where the owner may not see it: provision-cluster.sql lets it.
CREATE OR REPLACE FUNCTION receivers_state() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN pg_has_role('pg_read_all_stats', 'USAGE') THEN (SELECT coalesce(jsonb_agg(jsonb_build_object('name', application_name,
    'bytes', greatest(coalesce(pg_current_wal_lsn() - coalesce(replay_lsn, flush_lsn, sent_lsn), 0), 0)::bigint)), '[]')
    FROM pg_stat_replication) END $$;

-- Where segments of the log are archived by a command of the server's.
CREATE OR REPLACE FUNCTION archive_state() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('on', current_setting('archive_mode') <> 'off', 'at', last_archived_time,
    'failedAt', CASE WHEN last_failed_time > coalesce(last_archived_time, '-infinity') THEN last_failed_time END)
  FROM pg_stat_archiver $$;

CREATE OR REPLACE FUNCTION checksums_state() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('on', current_setting('data_checksums') = 'on', 'failures', coalesce(sum(checksum_failures), 0),
    'at', max(checksum_last_failure)) FROM pg_stat_database $$;

-- Connections against the limit that is nearest: the server's, without what is kept for administrators, or that of this database.
CREATE OR REPLACE FUNCTION connections_state() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('used', used, 'limit', most) FROM (
    SELECT sum(numbackends)::int, current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
      FROM pg_stat_database
    UNION ALL SELECT s.numbackends, d.datconnlimit FROM pg_database d JOIN pg_stat_database s ON s.datid = d.oid
      WHERE d.datname = current_database() AND d.datconnlimit >= 0) AS of_each (used, most)
  ORDER BY used::numeric / greatest(most, 1) DESC LIMIT 1 $$;

-- For how many months from now on the audit log has its partitions without a gap; -1 where this one is missing.
CREATE OR REPLACE FUNCTION months_ahead() RETURNS int LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
  SELECT coalesce(min(ahead) - 1, 24) FROM generate_series(0, 24) AS ahead WHERE NOT EXISTS (SELECT FROM pg_inherits
    WHERE inhparent = 'corex.audit_logs'::regclass
      AND inhrelid = to_regclass('corex.audit_logs_' || to_char(now() + ahead * interval '1 month', 'YYYYMM'))) $$;

-- What a day adds to the tables, from the last thirty that were counted.
CREATE OR REPLACE FUNCTION growth_a_day() RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN slope > 0 THEN round(slope)::bigint WHEN slope <= 0 THEN 0 END
  FROM (SELECT regr_slope(database_bytes, day - '2000-01-01'::date)
    FROM (SELECT day, database_bytes FROM audit_growth ORDER BY day DESC LIMIT 30) AS last) AS fit (slope) $$;

-- Jobs that failed, and those that nobody runs.
CREATE OR REPLACE FUNCTION troubled_jobs() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('failed', coalesce(jsonb_agg(j -> 'name') FILTER (WHERE j ->> 'state' = 'FAILED'), '[]'),
    'overdue', coalesce(jsonb_agg(j -> 'name') FILTER (WHERE j ->> 'state' = 'OVERDUE'), '[]')) FROM list_jobs() AS j $$;
