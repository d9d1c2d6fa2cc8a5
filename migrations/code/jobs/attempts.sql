-- Runs of jobs. Of a job one is under way at most: its row in `jobs` is locked by whoever takes it or ends it.

-- Whether somebody is at work on it. Who works in the database has a process there, which is gone as soon as the program is killed; who
-- works outside says every few seconds that it still does.
CREATE OR REPLACE FUNCTION is_at_work(run job_attempts) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT run.heartbeat_at > clock_timestamp() - interval '60 seconds'
    AND ((SELECT worker FROM jobs WHERE name = run.job) IS NULL
      OR EXISTS (SELECT FROM pg_stat_activity WHERE pid = run.pid AND usename = run.workstation)) $$;

-- The run of a job whose row is locked, for the caller to go on with: the caller's own, or the next attempt; null while somebody else is
-- at work on it. A run that nobody ended is ABANDONED.
CREATE OR REPLACE FUNCTION take_attempt(of_job jobs) RETURNS job_attempts LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  run job_attempts;
  wanted bigint := next_period(of_job);
  asker uuid := of_job.asked_by;
BEGIN
  SELECT * INTO run FROM job_attempts WHERE job = of_job.name AND status = 'RUNNING';
  IF FOUND THEN
    IF of_job.worker IS NOT NULL AND (run.pid, run.workstation) = (pg_backend_pid(), session_user::text) THEN RETURN run; END IF;
    IF is_at_work(run) THEN RETURN NULL; END IF;
    UPDATE job_attempts SET status = 'ABANDONED', ended_at = clock_timestamp() WHERE id = run.id;
    wanted := run.period;
    asker := run.asked_by;
  END IF;
  run := NULL;
  INSERT INTO job_attempts (job, period, attempt, skipped, extra, asked_by, workstation, build, pid)
    SELECT of_job.name, wanted, 1 + count(*), greatest(wanted - of_job.done_through - 1, 0),
      of_job.asked_at IS NOT NULL OR coalesce(bool_or(status = 'DONE'), false), asker, session_user, stated_build(), pg_backend_pid()
    FROM (SELECT status FROM job_attempts a WHERE a.job = of_job.name AND a.period = wanted) AS earlier
    RETURNING * INTO run;
  RETURN run;
END $$;

-- Ends a run. One that ended well, or that somebody stopped, is done for its period; one that failed is tried again, later each time.
CREATE OR REPLACE FUNCTION end_attempt(run job_attempts, p_status text, p_error text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  UPDATE job_attempts SET status = p_status, error = printable(p_error, 500), done = run.done, total = run.total,
      heartbeat_at = clock_timestamp(), ended_at = clock_timestamp() WHERE id = run.id;
  UPDATE jobs SET done_through = CASE WHEN p_status = 'FAILED' THEN done_through ELSE run.period END,
      asked_at = CASE WHEN asked_at > run.started_at THEN asked_at END, asked_by = CASE WHEN asked_at > run.started_at THEN asked_by END,
      retry_at = CASE WHEN p_status = 'FAILED' THEN clock_timestamp() + coalesce(retry_after,
        least(2 ^ least(run.attempt, 6), 60) * interval '1 minute') END
    WHERE name = run.job;
END $$;

-- Text for people without what breaks a line; no longer than that.
CREATE OR REPLACE FUNCTION printable(p_text text, p_length int) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT left(regexp_replace(p_text, '[\x01-\x1f\x7f]+', ' ', 'g'), p_length) $$;

-- Whoever shows jobs learns that something has changed.
CREATE OR REPLACE FUNCTION tell_of_jobs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  NOTIFY corex_job_progress;
  RETURN NULL;
END $$;
