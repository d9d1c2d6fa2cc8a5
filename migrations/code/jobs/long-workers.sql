-- Jobs whose work may take minutes, and stands in tables of its own area: they come after the others, and others between their portions.

-- A run of all customers against the lists that nobody goes on with: its window was closed.
CREATE OR REPLACE FUNCTION go_on_screening(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  under_way screening_runs;
  before int;
BEGIN
  SELECT * INTO under_way FROM screening_runs WHERE status = 'RUNNING';
  IF NOT FOUND THEN RETURN ROW(0, 0, NULL)::job_portion; END IF;
  before := under_way.done;
  PERFORM screen_portion();
  SELECT * INTO under_way FROM screening_runs WHERE id = under_way.id;
  RETURN ROW(under_way.done - before, CASE under_way.status WHEN 'RUNNING'
    THEN greatest(under_way.customers - under_way.done, 1) ELSE 0 END, NULL)::job_portion;
END $$;

-- Documents that were kept as long as their rule says: their keys are destroyed.
CREATE OR REPLACE FUNCTION delete_kept_documents(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE deleted int := delete_due_documents();
BEGIN
  RETURN ROW(deleted, sign(deleted), NULL)::job_portion;
END $$;
