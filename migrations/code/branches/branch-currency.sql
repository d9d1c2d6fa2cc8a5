-- The currency that a branch works in.
CREATE OR REPLACE FUNCTION branch_currency(p_branch uuid) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT currency FROM branches WHERE id = p_branch $$;
