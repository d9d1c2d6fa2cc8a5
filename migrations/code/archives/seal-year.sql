-- Sealing a year of the ledger, a few days a call. It can be sealed once its last month is closed, which a supervisor does when every
-- branch is past it; no day of it is open then, and none is opened again. Who seals decides nothing: it is done by the job, or by whoever
-- asks first.

CREATE OR REPLACE FUNCTION first_day_of_year(p_date date) RETURNS date LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT date_trunc('year', p_date::timestamp)::date $$;

CREATE OR REPLACE FUNCTION last_day_of_year(p_year date) RETURNS date LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT (p_year + interval '1 year')::date - 1 $$;

-- The last day of the newest year that is sealed: nothing is recorded on it, or before, any more. Null before the first.
CREATE OR REPLACE FUNCTION sealed_through() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT last_day_of_year(max(period)) FROM archive_seals WHERE kind = 'LEDGER' $$;

-- Whether everything in a year has ended: its months, the days of every branch, and what waited for a second person.
CREATE OR REPLACE FUNCTION is_year_over(p_year date) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(closed_through() >= last_day_of_year(p_year), false)
    AND NOT EXISTS (SELECT FROM business_days WHERE closed_at IS NULL AND business_date <= last_day_of_year(p_year))
    AND NOT EXISTS (SELECT FROM branches b CROSS JOIN LATERAL (SELECT FROM transactions t WHERE t.branch_id = b.id
      AND t.status = 'PENDING' AND t.business_date BETWEEN p_year AND last_day_of_year(p_year) LIMIT 1) AS waits) $$;

-- Years with postings that are not sealed, the oldest first.
CREATE OR REPLACE FUNCTION unsealed_years() RETURNS TABLE (year date) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH bounds AS (SELECT min(first) AS first, max(last) AS last FROM branches b,
    LATERAL (SELECT min(business_date) AS first, max(business_date) AS last FROM transactions t WHERE t.branch_id = b.id) AS of_branch)
  SELECT y::date FROM bounds, generate_series(date_trunc('year', first::timestamp), last::timestamp, '1 year') AS y
  WHERE EXISTS (SELECT FROM branches b CROSS JOIN LATERAL (SELECT FROM transactions t WHERE t.branch_id = b.id
      AND t.business_date BETWEEN y::date AND last_day_of_year(y::date) LIMIT 1) AS one)
    AND NOT EXISTS (SELECT FROM archive_seals WHERE kind = 'LEDGER' AND period = y::date)
  ORDER BY y $$;

-- Days of a year that have no piece yet.
CREATE OR REPLACE FUNCTION unsealed_days(p_year date) RETURNS TABLE (branch_id uuid, day date) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT d.branch_id, d.day FROM recorded_days(p_year, last_day_of_year(p_year)) AS d
  WHERE NOT EXISTS (SELECT FROM archive_pieces p WHERE (p.kind, p.period, p.day, p.branch_id) = ('LEDGER', p_year, d.day, d.branch_id))
  ORDER BY d.day, d.branch_id $$;

-- The digest of what is sealed: its pieces as lines of text, in their order.
CREATE OR REPLACE FUNCTION archive_digest(p_kind text, p_period date) RETURNS bytea LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT sha256(convert_to(coalesce(string_agg(to_char(day, 'YYYY-MM-DD') || '|' || coalesce(branch_id::text, '') || '|' || rows || '|'
    || encode(hash, 'hex'), E'\n' ORDER BY day, branch_id), ''), 'UTF8')) FROM archive_pieces WHERE kind = p_kind AND period = p_period $$;

-- Goes on for so many milliseconds, a day at least. Answers how many days are done, of how many, and the seal once there is one.
-- Errors: YEAR_NOT_OVER.
CREATE OR REPLACE FUNCTION seal_year(p_year date, p_most_ms int, p_by uuid) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  ended timestamptz := clock_timestamp() + least(greatest(p_most_ms, 1), 5000) * interval '1 millisecond';
  wanted date := first_day_of_year(p_year);
  each record;
  waiting int := 0;
  seal archive_seals;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('corex archives', 0));
  SELECT * INTO seal FROM archive_seals WHERE kind = 'LEDGER' AND period = wanted;
  IF seal.id IS NULL THEN
    IF NOT is_year_over(wanted) THEN PERFORM refuse('YEAR_NOT_OVER', jsonb_build_object('until', last_day_of_year(wanted))); END IF;
    FOR each IN SELECT * FROM unsealed_days(wanted) LOOP
      IF clock_timestamp() > ended THEN waiting := waiting + 1; CONTINUE; END IF;
      INSERT INTO archive_pieces (kind, period, day, branch_id, rows, hash)
        SELECT 'LEDGER', wanted, each.day, each.branch_id, p.rows, p.hash FROM ledger_piece(each.branch_id, each.day) AS p;
    END LOOP;
    IF waiting = 0 THEN
      INSERT INTO archive_seals (kind, period, format, rows, pieces, digest, sealed_by)
        SELECT 'LEDGER', wanted, archive_format(), coalesce(sum(p.rows), 0), count(*), archive_digest('LEDGER', wanted), p_by
        FROM archive_pieces p WHERE p.kind = 'LEDGER' AND p.period = wanted RETURNING * INTO seal;
    END IF;
  END IF;
  RETURN (SELECT jsonb_build_object('done', count(*), 'of', count(*) + waiting, 'sealId', seal.id) FROM archive_pieces
    WHERE kind = 'LEDGER' AND period = wanted);
END $$;

CREATE OR REPLACE FUNCTION seal_archive(p_kind text, p_period date, p_most_ms int) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('ADMIN', 'SUPERVISOR', 'AUDITOR');
BEGIN
  IF p_kind = 'AUDIT' THEN RETURN seal_month(p_period, p_most_ms, who.user_id); END IF;
  RETURN seal_year(p_period, p_most_ms, who.user_id);
END $$;

-- No day of a sealed year is opened, added or moved, whoever tries.
CREATE OR REPLACE FUNCTION keep_sealed_years() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE until date := sealed_through();
BEGIN
  IF NEW.business_date <= until AND (TG_OP = 'INSERT' OR NEW.closed_at IS NULL OR OLD.business_date > until)
      OR TG_OP = 'UPDATE' AND OLD.business_date <= until AND NEW.business_date <> OLD.business_date THEN
    PERFORM refuse('MONTH_CLOSED', jsonb_build_object('until', until));
  END IF;
  RETURN NEW;
END $$;
