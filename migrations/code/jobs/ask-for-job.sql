-- What a person may do with a job: have it run now, and stop it. What it does is the same then, and stands under the job.

CREATE OR REPLACE FUNCTION lock_job(p_name text) RETURNS jobs LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE job jobs;
BEGIN
  SELECT * INTO job FROM jobs j WHERE name = p_name AND is_offered(j) FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('VALIDATION'); END IF;
  RETURN job;
END $$;

-- Asked twice, it runs once: what is asked for stays asked for until a run that begins later has ended.
CREATE OR REPLACE FUNCTION ask_for_job(p_name text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN', 'SUPERVISOR');
  job jobs := lock_job(p_name);
BEGIN
  IF job.asked_by IS NOT NULL THEN RETURN; END IF;
  UPDATE jobs SET asked_at = clock_timestamp(), asked_by = who.user_id WHERE name = p_name;
  PERFORM write_audit(who.user_id, 'JOB_ASKED', 'jobs', NULL, jsonb_build_object('after', jsonb_build_object('job', p_name)));
  NOTIFY corex_jobs;
  NOTIFY corex_job_progress;
END $$;

-- Stops the run that is under way, after its portion; what it has done stays done. Its next period comes as ever.
CREATE OR REPLACE FUNCTION cancel_job(p_name text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('ADMIN', 'SUPERVISOR');
BEGIN
  IF NOT EXISTS (SELECT FROM jobs WHERE name = p_name) THEN PERFORM refuse('VALIDATION'); END IF;
  UPDATE job_attempts SET cancel = true WHERE job = p_name AND status = 'RUNNING' AND NOT cancel;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM write_audit(who.user_id, 'JOB_STOPPED', 'jobs', NULL, jsonb_build_object('after', jsonb_build_object('job', p_name)));
  NOTIFY corex_jobs;
END $$;

-- Makes a job due at once, as the system: something was left for it.
CREATE OR REPLACE FUNCTION leave_to_job(p_name text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  UPDATE jobs SET asked_at = coalesce(asked_at, clock_timestamp()) WHERE name = p_name;
  NOTIFY corex_jobs;
END $$;

-- The program that keeps the backups needs a full one before its time: another sheet, another log. What has just failed is not hurried.
CREATE OR REPLACE FUNCTION want_backup() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_first_change();
  UPDATE jobs j SET asked_at = clock_timestamp() WHERE name = 'BACKUP' AND is_offered(j) AND asked_at IS NULL
    AND (retry_at IS NULL OR retry_at <= clock_timestamp())
    AND NOT EXISTS (SELECT FROM job_attempts a WHERE a.job = j.name AND status = 'RUNNING' AND is_at_work(a));
END $$;
