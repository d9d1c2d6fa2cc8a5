-- Sealing a month of the audit log that is over, a few days a call, and moving it out of the log.

-- The table of a month.
CREATE OR REPLACE FUNCTION audit_month_table(p_month date) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT 'audit_logs_' || to_char(p_month, 'YYYYMM') $$;

-- Which of the two a month is in: the log, the archive, or null for none.
CREATE OR REPLACE FUNCTION audit_month_place(p_month date) RETURNS regclass LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = to_regclass('corex.' || audit_month_table(p_month)) $$;

-- A day after its end: whatever was under way at its end has ended by then.
CREATE OR REPLACE FUNCTION is_month_over(p_month date) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
  SELECT clock_timestamp() > (p_month + interval '1 month 1 day')::timestamptz $$;

-- Months of the log, the oldest first.
CREATE OR REPLACE FUNCTION audit_months() RETURNS TABLE (month date) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT to_date(right(c.relname, 6), 'YYYYMM') AS month FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
  WHERE i.inhparent IN ('corex.audit_logs'::regclass, 'corex.audit_logs_archive'::regclass) ORDER BY month $$;

-- As seal_year() does. Errors: YEAR_NOT_OVER.
CREATE OR REPLACE FUNCTION seal_month(p_month date, p_most_ms int, p_by uuid) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  ended timestamptz := clock_timestamp() + least(greatest(p_most_ms, 1), 5000) * interval '1 millisecond';
  days int := (p_month + interval '1 month')::date - p_month;
  each date;
  seal archive_seals;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('corex archives', 0));
  SELECT * INTO seal FROM archive_seals WHERE kind = 'AUDIT' AND period = p_month;
  IF seal.id IS NULL THEN
    IF extract(day FROM p_month) <> 1 OR audit_month_place(p_month) IS NULL OR NOT is_month_over(p_month) THEN
      PERFORM refuse('YEAR_NOT_OVER', jsonb_build_object('until', p_month + days - 1));
    END IF;
    FOR each IN SELECT p_month + n FROM generate_series(0, days - 1) AS n WHERE NOT EXISTS (SELECT FROM archive_pieces
        WHERE kind = 'AUDIT' AND period = p_month AND day = p_month + n) ORDER BY n LOOP
      INSERT INTO archive_pieces (kind, period, day, rows, hash) SELECT 'AUDIT', p_month, each, p.rows, p.hash FROM audit_piece(each) AS p;
      EXIT WHEN clock_timestamp() > ended;
    END LOOP;
    INSERT INTO archive_seals (kind, period, format, rows, pieces, digest, sealed_by)
      SELECT 'AUDIT', p_month, archive_format(), sum(p.rows), count(*), archive_digest('AUDIT', p_month), p_by
      FROM archive_pieces p WHERE p.kind = 'AUDIT' AND p.period = p_month HAVING count(*) = days RETURNING * INTO seal;
  END IF;
  RETURN (SELECT jsonb_build_object('done', count(*), 'of', days, 'sealId', seal.id) FROM archive_pieces
    WHERE kind = 'AUDIT' AND period = p_month);
END $$;

-- Moves a month from one of the two into the other, if its rows are what was sealed. What is moved is under guards all the time: those of
-- the other one are there when the transaction ends. Whoever does not get the log within three seconds gives up.
-- Errors: ARCHIVE_CHANGED.
CREATE OR REPLACE FUNCTION move_audit_month(seal archive_seals, p_to regclass, p_what text, p_by uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' SET lock_timeout = '3s' AS $$
DECLARE
  part text := audit_month_table(seal.period);
  at regclass;
  wrong date;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('corex archives', 0));
  at := audit_month_place(seal.period);
  IF at IS NULL THEN PERFORM refuse('ARCHIVE_NOT_FOUND'); END IF;
  IF at = p_to THEN RETURN; END IF;
  EXECUTE format('LOCK TABLE corex.%I IN SHARE MODE', part);
  SELECT p.day INTO wrong FROM archive_pieces p CROSS JOIN LATERAL piece_now(p) AS found
    WHERE p.kind = seal.kind AND p.period = seal.period AND p.hash <> found.hash ORDER BY p.day LIMIT 1;
  IF FOUND THEN PERFORM refuse('ARCHIVE_CHANGED', jsonb_build_object('date', wrong)); END IF;
  EXECUTE format('ALTER TABLE %s DETACH PARTITION corex.%I', at, part);
  EXECUTE format('ALTER TABLE %s ATTACH PARTITION corex.%I FOR VALUES FROM (%L) TO (%L)', p_to, part,
    uuidv7_floor(seal.period::timestamptz), uuidv7_floor((seal.period + interval '1 month')::timestamptz));
  INSERT INTO archive_events (seal_id, what, user_id) VALUES (seal.id, p_what, p_by);
END $$;
