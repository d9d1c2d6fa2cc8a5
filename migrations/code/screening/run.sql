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

-- Screens the next customers of a run and answers how far it is.
CREATE OR REPLACE FUNCTION advance_screening(p_run uuid, p_limit int) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  run screening_runs;
  batch uuid[];
  found_cases int;
BEGIN
  SELECT * INTO run FROM screening_runs WHERE id = p_run FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('SCREENING_RUN_NOT_FOUND'); END IF;
  IF run.status = 'DONE' THEN RETURN screening_run_view(run); END IF;
  IF drop_listed_names(2000) THEN RETURN screening_run_view(run); END IF;
  batch := ARRAY(SELECT id FROM customers WHERE run.last_customer IS NULL OR id > run.last_customer
    ORDER BY id LIMIT least(p_limit, 10000));
  IF cardinality(batch) = 0 THEN
    UPDATE screening_runs SET status = 'DONE', ended_at = clock_timestamp() WHERE id = p_run RETURNING * INTO run;
    RETURN screening_run_view(run);
  END IF;
  found_cases := screen_customers(batch);
  UPDATE screening_runs SET done = done + cardinality(batch), cases = cases + found_cases, last_customer = batch[cardinality(batch)],
      customers = greatest(customers, done + cardinality(batch)) WHERE id = p_run RETURNING * INTO run;
  RETURN screening_run_view(run);
END $$;
