-- Documents end by themselves on the business date of their branch: when its day is opened, and where there are many by a job.

-- Documents of a branch's customers that are valid no more on a business date.
CREATE OR REPLACE FUNCTION expiring_documents(p_branch uuid, p_date date) RETURNS SETOF kyc_documents LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT d.* FROM kyc_documents d JOIN customers c ON c.id = d.customer_id
  WHERE d.status = 'APPROVED' AND d.expires_at < p_date AND c.branch_id = p_branch $$;

-- When the day is opened: so many at once that nobody waits for it, which are all on an ordinary day. A whole generation of documents that
-- ends on one date is left to the job, which is due at once.
CREATE OR REPLACE FUNCTION expire_documents_of_day(p_branch uuid, p_date date, p_user uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM apply_kyc_blocks(p_branch);
  PERFORM expire_documents(p_branch, p_date, p_user, 500);
  IF EXISTS (SELECT FROM expiring_documents(p_branch, p_date)) THEN PERFORM leave_to_job('EXPIRED_DOCUMENTS'); END IF;
END $$;

-- Ends documents that are due, as the system; what follows for the customers is set by the triggers. At most so many, and no more than fit
-- into two seconds, so that no call is long on a slow machine either. All of a day stand under one run. A second time it finds nothing.
-- Answers how many.
CREATE OR REPLACE FUNCTION expire_documents(p_branch uuid, p_date date, p_user uuid, p_limit int) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  due uuid[] := ARRAY(SELECT id FROM expiring_documents(p_branch, p_date) ORDER BY customer_id, id LIMIT p_limit);
  ends timestamptz := clock_timestamp() + interval '2 seconds';
  ended int := 0;
  document uuid;
  run uuid;
BEGIN
  IF due = '{}' THEN RETURN 0; END IF;
  SELECT id INTO run FROM job_runs WHERE kind = 'EXPIRED_DOCUMENTS' AND branch_id = p_branch AND business_date = p_date;
  IF NOT FOUND THEN
    INSERT INTO job_runs (kind, branch_id, business_date, requested_by, status, finished_at)
      VALUES ('EXPIRED_DOCUMENTS', p_branch, p_date, p_user, 'DONE', clock_timestamp()) RETURNING id INTO run;
  END IF;
  PERFORM acting_as('JOB', 'JOB', run);
  FOREACH document IN ARRAY due LOOP
    UPDATE kyc_documents SET status = 'EXPIRED' WHERE id = document AND status = 'APPROVED';
    ended := ended + 1;
    EXIT WHEN clock_timestamp() > ends;
  END LOOP;
  UPDATE job_runs SET done = done + ended, total = total + ended, finished_at = clock_timestamp() WHERE id = run;
  RETURN ended;
END $$;
