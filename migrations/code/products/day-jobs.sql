-- The jobs of a day, which closing it needs: interest accrued to the day, months posted that have ended, monthly fees, holds that
-- end with it, accounts that become dormant. What is done is
-- kept where it belongs, with each account, in the transaction that does it: a run that was interrupted goes on where it stopped,
-- and one that is run again finds nothing to do.

-- The run of a branch's day: the one that was begun, or a new one, which finds out once what there is to do. Whoever wants to go on with
-- it meanwhile waits for that.
CREATE OR REPLACE FUNCTION begin_day_jobs(p_branch uuid, p_date date, p_user uuid) RETURNS job_runs LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE run job_runs;
BEGIN
  PERFORM require_open_day(p_branch);
  run := running_day_jobs(p_branch, p_date);
  IF run.id IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('corex day jobs ' || p_branch, 0));
    run := running_day_jobs(p_branch, p_date);
  END IF;
  IF run.id IS NOT NULL THEN
    PERFORM acting_as('JOB', 'JOB', run.id);
    RETURN run;
  END IF;
  INSERT INTO job_runs (kind, branch_id, business_date, requested_by) VALUES ('DAY', p_branch, p_date, p_user) RETURNING * INTO run;
  PERFORM acting_as('JOB', 'JOB', run.id);
  PERFORM find_day_jobs(run);
  RETURN run;
END $$;

-- The run that is under way, or null. It ends while nobody else holds the day open.
CREATE OR REPLACE FUNCTION running_day_jobs(p_branch uuid, p_date date) RETURNS job_runs LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE run job_runs;
BEGIN
  SELECT * INTO run FROM job_runs WHERE branch_id = p_branch AND business_date = p_date AND kind = 'DAY' AND status = 'RUNNING';
  RETURN run;
END $$;

-- What has come since the day's jobs last ran: accounts that begin to bear interest, entries of days that have accrued, fees of months that
-- have ended. The parts begin anew.
CREATE OR REPLACE FUNCTION find_day_jobs(run job_runs) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM begin_accruals(run.branch_id, run.business_date);
  PERFORM correct_accruals(run.branch_id);
  PERFORM make_monthly_fees_due(run.branch_id, month_end)
    FROM (SELECT day::date AS month_end FROM generate_series(least(run.business_date, (SELECT max(business_date) + 1 FROM job_runs
        WHERE branch_id = run.branch_id AND kind = 'DAY' AND status = 'DONE'))::timestamp, run.business_date, '1 day') AS day) AS days
    WHERE is_month_end(month_end);
  UPDATE day_job_parts SET day = NULL, at_account = NULL WHERE job_id = run.id;
END $$;

-- A part of a run, which stays with whoever takes it until the transaction ends.
CREATE OR REPLACE FUNCTION take_part(run job_runs, p_work text) RETURNS day_job_parts LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE part day_job_parts;
BEGIN
  INSERT INTO day_job_parts (job_id, work) VALUES (run.id, p_work) ON CONFLICT DO NOTHING;
  SELECT * INTO part FROM day_job_parts WHERE job_id = run.id AND work = p_work FOR UPDATE;
  RETURN part;
END $$;

CREATE OR REPLACE FUNCTION keep_part(part day_job_parts) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  UPDATE day_job_parts SET day = part.day, at_account = part.at_account, done = part.done WHERE job_id = part.job_id AND work = part.work;
END $$;

-- The next piece of one part, of at most so many accounts where it posts; answers how it stands then. ACCRUING: fees have to wait.
-- POSTING: fees and interest may be posted at the same time. DONE: nothing of this part is left. CORRECTIONS puts the fees into the
-- accruals, which closing the day would do otherwise.
CREATE OR REPLACE FUNCTION advance_part(run job_runs, p_work text, p_limit int) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  CASE p_work
    WHEN 'INTEREST' THEN RETURN advance_interest(run, p_limit);
    WHEN 'FEES' THEN RETURN advance_fees(run, p_limit);
    WHEN 'CORRECTIONS' THEN PERFORM correct_accruals(run.branch_id); RETURN 'DONE';
    ELSE PERFORM refuse('VALIDATION');
  END CASE;
END $$;

-- The next piece of all, one after the other; false when nothing is left.
CREATE OR REPLACE FUNCTION advance_day_jobs(run job_runs, p_limit int) RETURNS boolean LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN advance_part(run, 'INTEREST', p_limit) <> 'DONE' OR advance_part(run, 'FEES', p_limit) <> 'DONE';
END $$;

-- All that is left of it, at once, with what has come since it was begun. Answers the run.
CREATE OR REPLACE FUNCTION run_day_jobs(p_branch uuid, p_date date) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  run job_runs := begin_day_jobs(p_branch, p_date, current_user_id());
  finished int;
BEGIN
  -- One that is begun now has just found out.
  IF run.started_at < now() THEN PERFORM find_day_jobs(run); END IF;
  WHILE advance_day_jobs(run, 10000) LOOP
  END LOOP;
  finished := release_ended_holds(p_branch, p_date) + make_dormant(p_branch, p_date)
    + (SELECT sum(done) FROM day_job_parts WHERE job_id = run.id);
  UPDATE job_runs SET status = 'DONE', done = finished, total = finished, finished_at = clock_timestamp() WHERE id = run.id;
  RETURN run.id;
END $$;
