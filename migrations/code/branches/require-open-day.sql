-- The open day of a branch, without holding it open: for a preview.
CREATE OR REPLACE FUNCTION open_day(p_branch uuid) RETURNS business_days LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE day business_days;
BEGIN
  SELECT * INTO day FROM business_days WHERE branch_id = p_branch AND closed_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('BRANCH_DAY_CLOSED'); END IF;
  RETURN day;
END $$;

-- The lock of a branch's days. Postings share it, and write nothing by it: see docs/decisions/0025.
CREATE OR REPLACE FUNCTION day_lock(p_branch uuid) RETURNS bigint LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN hashtextextended('corex day ' || p_branch, 0);
END $$;

-- From here the day of a branch stays as it is until this transaction ends.
CREATE OR REPLACE FUNCTION hold_branch_day(p_branch uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE held text := pg_advisory_xact_lock_shared(day_lock(p_branch));
BEGIN
END $$;

-- The open day, which stays open until this transaction ends. It is read after it is held.
CREATE OR REPLACE FUNCTION require_open_day(p_branch uuid) RETURNS business_days LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM hold_branch_day(p_branch);
  RETURN open_day(p_branch);
END $$;

-- Waits for the postings of this branch that are under way, and keeps others waiting: for opening, closing and withdrawing its days.
CREATE OR REPLACE FUNCTION lock_branch_days(p_branch uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(day_lock(p_branch));
END $$;
