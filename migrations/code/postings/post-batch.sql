-- By whom several postings are given in one call: by a person at the counter, and by a job.

-- Several postings of the caller's at the counter: what post_journal() would have answered for each, in no particular order, by its key.
-- A person's postings count from the day on which they are made: another value date would earn or save interest that nobody agreed.
CREATE OR REPLACE FUNCTION post_batch(p_items posting_item[]) RETURNS SETOF posting_outcome LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('TELLER', 'SUPERVISOR');
BEGIN
  IF cardinality(p_items) > 1000 THEN PERFORM refuse('TOO_MANY_POSTINGS'); END IF;
  PERFORM refuse('VALIDATION') FROM unnest(p_items) AS item WHERE item.value_date IS NOT NULL;
  PERFORM count_reads(who, (SELECT count(DISTINCT leg.account_id)::int FROM unnest(p_items) AS item, unnest(item.legs) AS leg));
  RETURN QUERY SELECT * FROM write_items(who, 'COUNTER', p_items,
    ROW(who.user_id, 'PERSON', 'INTENT', NULL, session_user, who.session_id, who.build)::origin);
END $$;

-- Postings of a job: under nobody as their maker, by no rule of the counter, each once by its key.
CREATE OR REPLACE FUNCTION write_postings(p_job uuid, p_items posting_item[]) RETURNS SETOF posting_outcome LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  run job_runs;
  made origin := current_origin();
BEGIN
  SELECT * INTO run FROM job_runs WHERE id = p_job;
  RETURN QUERY SELECT * FROM write_items(ROW(NULL, NULL, run.branch_id, made.session_id, false, made.build)::identity, 'JOB', p_items,
    ROW(NULL, 'JOB', 'JOB', p_job, made.workstation, made.session_id, made.build)::origin);
END $$;
