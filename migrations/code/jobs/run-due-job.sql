-- What is due, portion by portion: one call is one transaction. A kill frees the job at once, and no person's secret is needed: what is
-- done, by whom and when is not the caller's to say. It stands under the actor JOB.

-- The first job that is due, locked; null where nothing is, or where somebody else is just at work on it: they are done one after the
-- other, so that what was missed is caught up in their order.
CREATE OR REPLACE FUNCTION lock_due_job(p_name text) RETURNS jobs LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE job jobs;
BEGIN
  SELECT * INTO job FROM jobs j WHERE worker IS NOT NULL AND (p_name IS NULL OR name = p_name) AND is_due(j) ORDER BY position LIMIT 1;
  SELECT * INTO job FROM jobs WHERE name = job.name FOR UPDATE SKIP LOCKED;
  -- Somebody may have ended it meanwhile.
  IF job.name IS NULL OR NOT is_due(job) THEN RETURN NULL; END IF;
  RETURN job;
END $$;

-- Does the next portion of what is due, or of one job if it is. Answers the run as it stands then; null when there is nothing to do. Called
-- until then, on one connection.
CREATE OR REPLACE FUNCTION run_due_job(p_name text DEFAULT NULL) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  job jobs;
  run job_attempts;
BEGIN
  PERFORM require_sound_transaction();
  PERFORM require_first_change();
  job := lock_due_job(p_name);
  IF job.name IS NULL THEN RETURN NULL; END IF;
  run := take_attempt(job);
  IF run.id IS NULL THEN RETURN NULL; END IF;
  IF run.cancel THEN PERFORM end_attempt(run, 'CANCELLED', NULL);
  ELSE PERFORM do_portion(job, run);
  END IF;
  RETURN (SELECT attempt_view(a) FROM job_attempts a WHERE id = run.id);
END $$;

-- One portion. What fails is undone and put on record: without the rows that it was about, which an error's detail would name.
CREATE OR REPLACE FUNCTION do_portion(job jobs, run job_attempts) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  part job_portion;
  state text;
  words text;
  which text;
BEGIN
  BEGIN
    PERFORM acting_as('JOB', 'JOB', run.id);
    EXECUTE format('SELECT (made).* FROM %I($1) AS made', job.worker) INTO part USING run;
    run.done := run.done + part.done;
    run.total := run.done + part.remaining;
    IF part.fault IS NOT NULL THEN PERFORM end_attempt(run, 'FAILED', part.fault);
    ELSIF part.remaining = 0 THEN PERFORM end_attempt(run, 'DONE', NULL);
    ELSE UPDATE job_attempts SET done = run.done, total = run.total, heartbeat_at = clock_timestamp() WHERE id = run.id;
    END IF;
  EXCEPTION WHEN query_canceled OR OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, words = MESSAGE_TEXT, which = CONSTRAINT_NAME;
    PERFORM end_attempt(run, 'FAILED', concat_ws(' ', state, nullif(which, ''), words));
  END;
END $$;
