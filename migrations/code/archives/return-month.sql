-- A month whose rows are not in the database comes back from its file into the archive, to be read: line by line into a table beside it,
-- which becomes a part of the archive once all of its rows are what was sealed. Until then nobody reads it, and whoever gives up drops it.

-- The month of a seal that has no rows, locked against others who bring it back. Errors: ARCHIVE_NOT_FOUND, MONTH_NOT_REMOVED.
CREATE OR REPLACE FUNCTION require_removed_month(p_seal uuid) RETURNS archive_seals LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE seal archive_seals := require_month(p_seal);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('corex archives', 0));
  IF audit_month_place(seal.period) IS NOT NULL THEN PERFORM refuse('MONTH_NOT_REMOVED'); END IF;
  RETURN seal;
END $$;

-- Gives up what was brought so far, or what somebody left.
CREATE OR REPLACE FUNCTION drop_audit_return(p_seal uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN', 'SUPERVISOR', 'AUDITOR');
  part text := audit_month_table((require_removed_month(p_seal)).period);
BEGIN
  EXECUTE format('DROP TABLE IF EXISTS corex.%I', part);
END $$;

-- Begins anew.
CREATE OR REPLACE FUNCTION begin_audit_return(p_seal uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM drop_audit_return(p_seal);
  EXECUTE format('CREATE TABLE corex.%I (LIKE corex.audit_logs_archive INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
    audit_month_table((require_removed_month(p_seal)).period));
END $$;

-- Rows as audit_lines() has them. Details with line feeds are there as a string, and are never one by themselves.
CREATE OR REPLACE FUNCTION add_audit_lines(p_seal uuid, p_lines text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN', 'SUPERVISOR', 'AUDITOR');
  part text := audit_month_table((require_removed_month(p_seal)).period);
BEGIN
  IF to_regclass('corex.' || part) IS NULL THEN PERFORM refuse('MONTH_NOT_REMOVED'); END IF;
  EXECUTE format($q$INSERT INTO corex.%I (id, user_id, action, resource_type, resource_id, details, created_at, xid, hash, actor,
      cause_type, cause_id, workstation, session_id, build)
    SELECT (l ->> 'id')::uuid, (l ->> 'user')::uuid, l ->> 'action', l ->> 'type', (l ->> 'record')::uuid,
      CASE json_typeof(l -> 'details') WHEN 'string' THEN (l ->> 'details')::json ELSE l -> 'details' END,
      (l ->> 'at')::timestamptz, (l ->> 'xid')::xid8, decode(l ->> 'hash', 'hex'), (l ->> 'actor')::actor_kind, l ->> 'causeType',
      (l ->> 'cause')::uuid, l ->> 'workstation', (l ->> 'session')::uuid, l ->> 'build'
    FROM unnest($1) AS line, LATERAL (SELECT line::json AS l) AS read$q$, part) USING p_lines;
END $$;

-- Makes what was added a part of the archive, under its guards, if its rows are what was sealed. Errors: ARCHIVE_CHANGED.
CREATE OR REPLACE FUNCTION finish_audit_return(p_seal uuid, p_file_hash bytea, p_bytes bigint, p_folder text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' SET lock_timeout = '3s' AS $$
DECLARE
  who identity := require_maker('ADMIN', 'SUPERVISOR', 'AUDITOR');
  seal archive_seals := require_removed_month(p_seal);
  part text := audit_month_table(seal.period);
  wrong date;
BEGIN
  EXECUTE format('ALTER TABLE corex.audit_logs_archive ATTACH PARTITION corex.%I FOR VALUES FROM (%L) TO (%L)', part,
    uuidv7_floor(seal.period::timestamptz), uuidv7_floor((seal.period + interval '1 month')::timestamptz));
  EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON corex.%I EXECUTE FUNCTION corex.refuse_change()', part);
  EXECUTE format('ALTER TABLE corex.%I ENABLE ALWAYS TRIGGER no_truncate', part);
  EXECUTE format('ALTER TABLE corex.%I ENABLE ROW LEVEL SECURITY', part);
  EXECUTE format('ALTER TABLE corex.%I FORCE ROW LEVEL SECURITY', part);
  EXECUTE format('COMMENT ON TABLE corex.%I IS %L', part, 'audit_logs of ' || to_char(seal.period, 'YYYY-MM'));
  SELECT p.day INTO wrong FROM archive_pieces p CROSS JOIN LATERAL piece_now(p) AS found
    WHERE p.kind = seal.kind AND p.period = seal.period AND p.hash <> found.hash ORDER BY p.day LIMIT 1;
  IF FOUND THEN PERFORM refuse('ARCHIVE_CHANGED', jsonb_build_object('date', wrong)); END IF;
  INSERT INTO archive_events (seal_id, what, file_hash, bytes, folder, user_id)
    VALUES (seal.id, 'RETURNED', p_file_hash, p_bytes, p_folder, who.user_id);
END $$;
