-- How far the jobs of the open day are, for whoever waits for its closing: in accounts, each day and each fee of one by itself. What is
-- left is counted where that is asked for, which takes some tenths of a second where there are many accounts.
CREATE OR REPLACE FUNCTION read_day_jobs(p_count boolean) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR');
  done bigint := (SELECT sum(p.done) FROM job_runs r JOIN day_job_parts p ON p.job_id = r.id
    WHERE r.branch_id = who.branch_id AND r.kind = 'DAY' AND r.status = 'RUNNING');
  today date := (SELECT business_date FROM business_days WHERE branch_id = who.branch_id AND closed_at IS NULL);
  days bigint := 0;
  fees bigint := 0;
BEGIN
  IF p_count THEN
    SELECT sum(today - s.through) INTO days FROM interest_accruals s JOIN accounts a ON a.id = s.account_id
      WHERE a.branch_id = who.branch_id AND a.status <> 'CLOSED' AND s.through < today;
    SELECT count(*) INTO fees FROM monthly_fees f JOIN accounts a ON a.id = f.account_id
      WHERE a.branch_id = who.branch_id AND f.posted_on IS NULL;
  END IF;
  RETURN jsonb_build_object('done', coalesce(done, 0), 'left', coalesce(days, 0) + fees);
END $$;
