-- A month of the audit log leaves the database for good once it was kept as long as the rule says. Its seal stays, and with it the proof of
-- the file to which it was exported.

-- Whether the last that happened to its rows is that they were deleted. What somebody takes away past this stays missed.
CREATE OR REPLACE FUNCTION is_month_removed(p_seal uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((SELECT e.what = 'REMOVED' FROM archive_events e WHERE e.seal_id = p_seal
    AND e.what IN ('DETACHED', 'ATTACHED', 'REMOVED', 'RETURNED') ORDER BY e.id DESC LIMIT 1), false) $$;

-- Whether the month in which something happened is deleted; its row may be of a moment later.
CREATE OR REPLACE FUNCTION is_audit_removed(p_at timestamptz) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
  SELECT EXISTS (SELECT FROM archive_seals s WHERE s.kind = 'AUDIT' AND is_month_removed(s.id)
    AND s.period IN (date_trunc('month', p_at)::date, date_trunc('month', p_at + interval '1 hour')::date)) $$;

-- The oldest month in the archive that was kept as long as the rule says, of which a file was compared and is good, and that nobody brought
-- back in the last month.
CREATE OR REPLACE FUNCTION due_removal() RETURNS archive_seals LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
  SELECT s FROM archive_seals s WHERE s.kind = 'AUDIT' AND audit_month_place(s.period) = 'corex.audit_logs_archive'::regclass
    AND (s.period + interval '1 month' + years_kept('AUDIT') * interval '1 year')::timestamptz <= clock_timestamp()
    AND (SELECT e.what = 'FILE_GOOD' FROM archive_events e WHERE e.seal_id = s.id AND e.what IN ('FILE_GOOD', 'FILE_BAD')
      ORDER BY e.id DESC LIMIT 1)
    AND NOT EXISTS (SELECT FROM archive_events e WHERE e.seal_id = s.id AND e.what IN ('ATTACHED', 'RETURNED')
      AND e.at > clock_timestamp() - interval '31 days')
  ORDER BY s.period LIMIT 1 $$;

CREATE OR REPLACE FUNCTION remove_audit_month(seal archive_seals) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET lock_timeout = '3s' AS $$
DECLARE part text := audit_month_table(seal.period);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('corex archives', 0));
  IF audit_month_place(seal.period) IS DISTINCT FROM 'corex.audit_logs_archive'::regclass THEN PERFORM refuse('MONTH_AWAY'); END IF;
  EXECUTE format('ALTER TABLE corex.audit_logs_archive DETACH PARTITION corex.%I', part);
  EXECUTE format('DROP TABLE corex.%I', part);
  INSERT INTO archive_events (seal_id, what) VALUES (seal.id, 'REMOVED');
END $$;
