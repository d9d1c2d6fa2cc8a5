-- The open day of a branch. The weak table lock keeps the day open until this transaction ends, and costs postings
-- nothing: only opening and closing a day takes the lock that conflicts with it.
CREATE OR REPLACE FUNCTION require_open_day(p_branch uuid) RETURNS business_days LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE day business_days;
BEGIN
  LOCK TABLE business_days IN ROW SHARE MODE;
  SELECT * INTO day FROM business_days WHERE branch_id = p_branch AND closed_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('BRANCH_DAY_CLOSED'); END IF;
  RETURN day;
END $$;
