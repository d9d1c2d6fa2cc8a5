-- The latest date that a branch may open now: its next working day. A date far ahead could never be taken back once
-- something is posted on it, because dates only go forward.
CREATE OR REPLACE FUNCTION latest_business_date(p_branch uuid) RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT min(today + ahead) FROM (SELECT date_in(time_zone) AS today, weekend FROM branches WHERE id = p_branch) AS branch,
    generate_series(1, 7) AS ahead WHERE NOT extract(isodow FROM today + ahead)::smallint = ANY (weekend) $$;

-- Opens the branch's next day. Dates only go forward, past the days that stand.
CREATE OR REPLACE FUNCTION open_branch_day(p_date date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  latest date := latest_business_date(who.branch_id);
BEGIN
  PERFORM lock_branch_days(who.branch_id);
  IF EXISTS (SELECT FROM business_days WHERE branch_id = who.branch_id AND closed_at IS NULL) THEN
    PERFORM refuse('BRANCH_DAY_OPEN');
  END IF;
  IF EXISTS (SELECT FROM business_days WHERE branch_id = who.branch_id AND withdrawn_at IS NULL AND business_date >= p_date) THEN
    PERFORM refuse('BUSINESS_DATE_NOT_LATER');
  END IF;
  IF p_date <= closed_through() THEN PERFORM refuse('MONTH_CLOSED', jsonb_build_object('until', closed_through())); END IF;
  IF p_date > latest THEN PERFORM refuse('BUSINESS_DATE_TOO_FAR', jsonb_build_object('latest', latest)); END IF;
  INSERT INTO business_days (branch_id, business_date, opened_by) VALUES (who.branch_id, p_date, who.user_id);
  PERFORM ensure_audit_partitions();
  PERFORM expire_documents_of_day(who.branch_id, p_date, who.user_id);
  PERFORM apply_minimum_balances(who.branch_id, p_date, who.user_id);
END $$;
