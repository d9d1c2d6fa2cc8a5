-- How many rows a page of a long list looks at, whatever it is narrowed by: one that finds less says where it ended, and the next one
-- goes on from there. So no page waits for a read of everything, and whoever looks for something rare sees how far it is and can stop.
CREATE OR REPLACE FUNCTION look_at_most() RETURNS int LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT 3000 $$;
