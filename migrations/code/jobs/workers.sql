-- What each job does, a portion at a time: small enough that nobody waits for it, whole in itself, and again where there is nothing left to
-- do it does nothing. What they derive stands under the job.

-- The audit log's partitions, two years ahead.
CREATE OR REPLACE FUNCTION make_audit_partitions(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE before bigint := (SELECT count(*) FROM pg_inherits WHERE inhparent = 'corex.audit_logs'::regclass);
BEGIN
  PERFORM ensure_audit_partitions();
  RETURN ROW((SELECT count(*) FROM pg_inherits WHERE inhparent = 'corex.audit_logs'::regclass) - before, 0, NULL)::job_portion;
END $$;

-- Documents that are valid no more on the business date of a branch's open day, of one branch at a time; what follows for their customers
-- is set with them.
CREATE OR REPLACE FUNCTION expire_due_documents(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  day business_days;
  done int;
BEGIN
  SELECT * INTO day FROM business_days d WHERE closed_at IS NULL AND EXISTS (SELECT FROM expiring_documents(d.branch_id, d.business_date))
    ORDER BY branch_id LIMIT 1;
  IF NOT FOUND THEN RETURN ROW(0, 0, NULL)::job_portion; END IF;
  PERFORM hold_branch_day(day.branch_id);
  done := expire_documents(day.branch_id, day.business_date, NULL, 300);
  RETURN ROW(done, (SELECT sum((SELECT count(*) FROM expiring_documents(d.branch_id, d.business_date))) FROM business_days d
    WHERE closed_at IS NULL), NULL)::job_portion;
END $$;

-- Proposals that lapse with their day and whose day is over, and holds whose last day is: a branch that was closed for a week has both.
-- Proposals first and by themselves, because what they hold is released with them.
CREATE OR REPLACE FUNCTION lapse_what_ended(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  day business_days;
  done int := 0;
BEGIN
  FOR day IN SELECT * FROM business_days WHERE closed_at IS NULL ORDER BY branch_id LOOP
    PERFORM hold_branch_day(day.branch_id);
    done := lapse_approvals_before(day.branch_id, day.business_date, 100);
    IF done = 0 THEN done := release_holds_before(day.branch_id, day.business_date, 300); END IF;
    EXIT WHEN done > 0;
  END LOOP;
  -- More may be left: the next portion finds out.
  RETURN ROW(done, sign(done), NULL)::job_portion;
END $$;

-- Interest and fees of a branch's open day, once its tills have been closed: closing the day has little left to do then. The same pieces,
-- under the same run, as when somebody closes it.
CREATE OR REPLACE FUNCTION prepare_days(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  day business_days;
  jobs_of_day job_runs;
  before bigint;
  after bigint;
BEGIN
  FOR day IN SELECT * FROM business_days d WHERE closed_at IS NULL AND EXISTS (SELECT FROM till_sessions WHERE business_day_id = d.id)
      AND NOT EXISTS (SELECT FROM till_sessions s WHERE s.business_day_id = d.id AND s.closed_at IS NULL) ORDER BY branch_id LOOP
    jobs_of_day := begin_day_jobs(day.branch_id, day.business_date, NULL);
    before := (SELECT coalesce(sum(p.done), 0) FROM day_job_parts p WHERE job_id = jobs_of_day.id);
    IF advance_day_jobs(jobs_of_day, 1000) THEN
      after := (SELECT coalesce(sum(p.done), 0) FROM day_job_parts p WHERE job_id = jobs_of_day.id);
      RETURN ROW(after - before, 1, NULL)::job_portion;
    END IF;
  END LOOP;
  RETURN ROW(0, 0, NULL)::job_portion;
END $$;

-- The check of what is new. What differs ends the run as failed, and is there again at the next one.
CREATE OR REPLACE FUNCTION reconcile(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  found jsonb := check_new(2000);
  faults jsonb := found -> 'faults';
BEGIN
  RETURN ROW(found ->> 'days', found ->> 'daysLeft', CASE WHEN faults <> '[]' THEN
    format('%s %s %s', jsonb_array_length(faults), faults -> 0 ->> 'fault', faults -> 0 ->> 'subject') END)::job_portion;
END $$;

-- Files that no document names.
CREATE OR REPLACE FUNCTION remove_orphan_files(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE before bigint := (SELECT count(*) FROM kyc_files f WHERE is_orphan(f.id));
BEGIN
  PERFORM collect_orphan_files();
  RETURN ROW(before, 0, NULL)::job_portion;
END $$;

-- Runs of a month ago that found nothing to do, of jobs that are due many times a day.
CREATE OR REPLACE FUNCTION thin_job_history(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE gone int;
BEGIN
  DELETE FROM job_attempts a USING jobs j WHERE j.name = a.job AND j.every < interval '1 day' AND a.status = 'DONE' AND a.done = 0
    AND a.ended_at < now() - interval '30 days';
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN ROW(gone, 0, NULL)::job_portion;
END $$;
