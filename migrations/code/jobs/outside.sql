-- Work outside the database, which a program has for as long as it says every few seconds that it still does it: a lease of a minute.
-- Whoever was held up longer finds that another one has taken it, and ends without a trace.

-- Takes the first of these jobs that is due; null where none is, or somebody is at work on it. The number of the attempt is a fence: what
-- is written outside carries it, and an older one never replaces a newer one.
CREATE OR REPLACE FUNCTION take_outside_job(p_names text[]) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  job jobs;
  run job_attempts;
BEGIN
  PERFORM require_sound_transaction();
  PERFORM require_first_change();
  FOR job IN SELECT * FROM jobs j WHERE worker IS NULL AND name = ANY (p_names) AND is_due(j) ORDER BY position FOR UPDATE SKIP LOCKED LOOP
    CONTINUE WHEN NOT is_due(job);
    run := take_attempt(job);
    IF run.id IS NOT NULL THEN RETURN attempt_view(run); END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- The caller's run, or null: ended, or another one's by now.
CREATE OR REPLACE FUNCTION own_outside_run(p_run uuid) RETURNS job_attempts LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE run job_attempts;
BEGIN
  PERFORM FROM jobs WHERE name = (SELECT job FROM job_attempts WHERE id = p_run) AND worker IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO run FROM job_attempts WHERE id = p_run AND status = 'RUNNING' AND workstation = session_user FOR UPDATE;
  RETURN run;
END $$;

-- Says that it goes on, and how far it is. Answers GO_ON, CANCEL when somebody has stopped it, or LOST.
CREATE OR REPLACE FUNCTION beat_job(p_run uuid, p_done bigint, p_total bigint) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE run job_attempts;
BEGIN
  PERFORM require_first_change();
  run := own_outside_run(p_run);
  IF run.id IS NULL THEN RETURN 'LOST'; END IF;
  UPDATE job_attempts SET heartbeat_at = clock_timestamp(), done = greatest(p_done, 0), total = greatest(p_total, p_done, 0)
    WHERE id = run.id;
  RETURN CASE WHEN run.cancel THEN 'CANCEL' ELSE 'GO_ON' END;
END $$;

-- Ends it: DONE, CANCELLED, or with an error FAILED. False: it was another one's by then, and what was written does not count.
CREATE OR REPLACE FUNCTION end_outside_job(p_run uuid, p_done bigint, p_error text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE run job_attempts;
BEGIN
  PERFORM require_first_change();
  run := own_outside_run(p_run);
  IF run.id IS NULL THEN RETURN false; END IF;
  run.done := greatest(p_done, run.done);
  run.total := greatest(run.total, run.done);
  PERFORM end_attempt(run, CASE WHEN p_error IS NOT NULL THEN 'FAILED' WHEN run.cancel THEN 'CANCELLED' ELSE 'DONE' END, p_error);
  RETURN true;
END $$;
