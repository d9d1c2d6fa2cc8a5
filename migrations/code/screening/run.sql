-- All customers against the current lists, batch by batch: whoever calls goes on where the last one stopped.

CREATE OR REPLACE FUNCTION begin_screening_run(who identity) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE run uuid := uuidv7();
BEGIN
  UPDATE screening_runs SET status = 'DONE', ended_at = clock_timestamp() WHERE status = 'RUNNING';
  INSERT INTO screening_runs (id, customers, created_by) VALUES (run, (SELECT count(*) FROM customers), who.user_id);
  RETURN run;
END $$;

CREATE OR REPLACE FUNCTION screening_run_view(run screening_runs) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', run.id, 'customers', run.customers, 'done', run.done, 'cases', run.cases, 'status', run.status,
    'begunAt', run.created_at, 'endedAt', run.ended_at) $$;

-- Screens the next customers of a run and answers how far it is, for who watches it.
CREATE OR REPLACE FUNCTION advance_screening(p_run uuid, p_limit int) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  run screening_runs;
BEGIN
  SELECT * INTO run FROM screening_runs WHERE id = p_run FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('SCREENING_RUN_NOT_FOUND'); END IF;
  RETURN screening_run_view(advance_run(run, p_limit));
END $$;

-- The same in the background, by whichever application is open: one portion of the run that is under way, and whether another is to follow.
-- It takes nothing from whoever calls it. A portion that somebody else is at is left to them.
CREATE OR REPLACE FUNCTION screen_portion() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE run screening_runs;
BEGIN
  IF is_workstation() AND NOT acts_as_job() AND (session_identity()).user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  SELECT * INTO run FROM screening_runs WHERE status = 'RUNNING' FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM acting_as('JOB', 'JOB', run.id);
  run := advance_run(run, 500);
  RETURN run.status = 'RUNNING';
END $$;

-- The run after its next portion; names of former versions go first.
CREATE OR REPLACE FUNCTION advance_run(run screening_runs, p_limit int) RETURNS screening_runs LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  batch uuid[];
  found_cases int;
BEGIN
  IF run.status = 'DONE' OR drop_listed_names(2000) THEN RETURN run; END IF;
  batch := ARRAY(SELECT id FROM customers WHERE run.last_customer IS NULL OR id > run.last_customer
    ORDER BY id LIMIT least(p_limit, 10000));
  IF cardinality(batch) = 0 THEN
    UPDATE screening_runs SET status = 'DONE', ended_at = clock_timestamp() WHERE id = run.id RETURNING * INTO run;
    RETURN run;
  END IF;
  found_cases := screen_customers(batch);
  UPDATE screening_runs SET done = done + cardinality(batch), cases = cases + found_cases, last_customer = batch[cardinality(batch)],
      customers = greatest(customers, done + cardinality(batch)) WHERE id = run.id RETURNING * INTO run;
  RETURN run;
END $$;
