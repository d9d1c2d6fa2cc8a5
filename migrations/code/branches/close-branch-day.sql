-- Closes the branch's day once every till is closed.
CREATE OR REPLACE FUNCTION close_branch_day() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR');
  day business_days;
  still_open text;
BEGIN
  LOCK TABLE business_days IN EXCLUSIVE MODE;
  day := require_open_day(who.branch_id);
  SELECT string_agg(t.name, ', ' ORDER BY t.name) INTO still_open
    FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.business_day_id = day.id AND s.closed_at IS NULL;
  IF still_open IS NOT NULL THEN PERFORM refuse('TILLS_STILL_OPEN', jsonb_build_object('tills', still_open)); END IF;
  UPDATE business_days SET closed_by = who.user_id, closed_at = clock_timestamp() WHERE id = day.id;
END $$;
