-- The jobs of a day, which closing it needs: interest accrued to the day, months posted that have ended, monthly fees, holds that
-- end with it, accounts that become dormant. What is done is
-- kept where it belongs, with each account, in the transaction that does it: a run that was interrupted goes on where it stopped,
-- and one that is run again finds nothing to do.

-- The run of a branch's day: the one that was begun, or a new one, which finds out once what there is to do. Whoever goes on with it waits
-- for the other who does.
CREATE OR REPLACE FUNCTION begin_day_jobs(p_branch uuid, p_date date, p_user uuid) RETURNS job_runs LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE run job_runs;
BEGIN
  PERFORM require_open_day(p_branch);
  SELECT * INTO run FROM job_runs WHERE branch_id = p_branch AND business_date = p_date AND kind = 'DAY' AND status = 'RUNNING' FOR UPDATE;
  IF run.id IS NOT NULL THEN
    PERFORM acting_as('JOB', 'JOB', run.id);
    RETURN run;
  END IF;
  INSERT INTO job_runs (kind, branch_id, business_date, requested_by) VALUES ('DAY', p_branch, p_date, p_user) RETURNING * INTO run;
  PERFORM acting_as('JOB', 'JOB', run.id);
  PERFORM find_day_jobs(run);
  RETURN run;
END $$;

-- What has come since the day's jobs last ran: accounts that begin to bear interest, entries of days that have accrued, fees of months that
-- have ended.
CREATE OR REPLACE FUNCTION find_day_jobs(run job_runs) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM begin_accruals(run.branch_id, run.business_date);
  PERFORM correct_accruals(run.branch_id);
  PERFORM make_monthly_fees_due(run.branch_id, month_end)
    FROM (SELECT day::date AS month_end FROM generate_series(least(run.business_date, (SELECT max(business_date) + 1 FROM job_runs
        WHERE branch_id = run.branch_id AND kind = 'DAY' AND status = 'DONE'))::timestamp, run.business_date, '1 day') AS day) AS days
    WHERE is_month_end(month_end);
END $$;

-- The next piece of work, of at most so many accounts where it posts; answers how many it were, and null when nothing is left.
CREATE OR REPLACE FUNCTION advance_day_jobs(run job_runs, p_limit int) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  earliest date;
  taken int;
BEGIN
  SELECT min(s.through) INTO earliest FROM interest_accruals s JOIN accounts a ON a.id = s.account_id
    WHERE a.branch_id = run.branch_id AND a.status <> 'CLOSED'
      AND (s.through < run.business_date OR s.posted_through IS DISTINCT FROM s.through AND (extract(day FROM s.through + 1) = 1
        AND NOT EXISTS (SELECT FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id
          WHERE l.account_id = s.account_id AND l.reversed_by IS NULL AND i.due_on > s.through)
        OR EXISTS (SELECT FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id
          WHERE l.account_id = s.account_id AND l.reversed_by IS NULL AND i.due_on = s.through + 1)));
  IF earliest IS NOT NULL THEN
    taken := capitalise(run, earliest, p_limit);
    IF taken > 0 THEN RETURN taken; END IF;
  END IF;
  IF earliest < run.business_date THEN
    taken := accrue_day(run.branch_id, earliest + 1);
    IF taken > 0 THEN RETURN taken; END IF;
    -- All that are left have got entries meanwhile.
    PERFORM correct_accruals(run.branch_id);
    RETURN accrue_day(run.branch_id, earliest + 1);
  END IF;
  RETURN nullif(take_monthly_fees(run, p_limit), 0);
END $$;

-- All that is left of it, at once, with what has come since it was begun. Answers the run.
CREATE OR REPLACE FUNCTION run_day_jobs(p_branch uuid, p_date date) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  run job_runs := begin_day_jobs(p_branch, p_date, current_user_id());
  advanced int;
  finished int := run.done;
BEGIN
  -- One that is begun now has just found out.
  IF run.started_at < now() THEN PERFORM find_day_jobs(run); END IF;
  LOOP
    advanced := advance_day_jobs(run, 10000);
    EXIT WHEN advanced IS NULL;
    finished := finished + advanced;
  END LOOP;
  finished := finished + release_ended_holds(p_branch, p_date) + make_dormant(p_branch, p_date);
  UPDATE job_runs SET status = 'DONE', done = finished, total = finished, finished_at = clock_timestamp() WHERE id = run.id;
  RETURN run.id;
END $$;
