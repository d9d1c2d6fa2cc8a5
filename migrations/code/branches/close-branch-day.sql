-- Tills that are held on this day keep it from being closed or withdrawn.
CREATE OR REPLACE FUNCTION require_tills_closed(p_day uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE still_open text;
BEGIN
  SELECT string_agg(t.name, ', ' ORDER BY t.name) INTO still_open
    FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.business_day_id = p_day AND s.closed_at IS NULL;
  IF still_open IS NOT NULL THEN PERFORM refuse('TILLS_STILL_OPEN', jsonb_build_object('tills', still_open)); END IF;
END $$;

-- Closes the branch's day once every till is closed. What waits for a second person ends with it.
CREATE OR REPLACE FUNCTION close_branch_day() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  day business_days;
BEGIN
  PERFORM lock_branch_days(who.branch_id);
  day := open_day(who.branch_id);
  PERFORM require_tills_closed(day.id);
  PERFORM lapse_approvals(who.branch_id);
  UPDATE business_days SET closed_by = who.user_id, closed_at = clock_timestamp() WHERE id = day.id;
END $$;
