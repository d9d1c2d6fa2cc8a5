-- Opens the branch's next day. Dates only go forward.
CREATE OR REPLACE FUNCTION open_branch_day(p_date date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('SUPERVISOR');
BEGIN
  LOCK TABLE business_days IN EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM business_days WHERE branch_id = who.branch_id AND closed_at IS NULL) THEN
    PERFORM refuse('BRANCH_DAY_OPEN');
  END IF;
  IF EXISTS (SELECT FROM business_days WHERE branch_id = who.branch_id AND business_date >= p_date) THEN
    PERFORM refuse('BUSINESS_DATE_NOT_LATER');
  END IF;
  INSERT INTO business_days (branch_id, business_date, opened_by) VALUES (who.branch_id, p_date, who.user_id);
  PERFORM ensure_audit_partitions();
END $$;
