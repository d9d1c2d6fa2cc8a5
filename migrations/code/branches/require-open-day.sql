-- The open day of a branch, without holding it open: for a preview.
CREATE OR REPLACE FUNCTION open_day(p_branch uuid) RETURNS business_days LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE day business_days;
BEGIN
  SELECT * INTO day FROM business_days WHERE branch_id = p_branch AND closed_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('BRANCH_DAY_CLOSED'); END IF;
  RETURN day;
END $$;

-- The same, and the day stays open until this transaction ends. Every posting locks the row of its branch like this anyway, for its
-- foreign key; here it happens before the day is read. See docs/decisions.
CREATE OR REPLACE FUNCTION require_open_day(p_branch uuid) RETURNS business_days LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM FROM branches WHERE id = p_branch FOR KEY SHARE;
  RETURN open_day(p_branch);
END $$;

-- Waits for the postings of this branch that are under way, and keeps others waiting: for opening, closing and withdrawing its days.
CREATE OR REPLACE FUNCTION lock_branch_days(p_branch uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM FROM branches WHERE id = p_branch FOR UPDATE;
END $$;
