-- Which schema it is, and the oldest application that it serves, each by its marker. Every workstation asks every few seconds, whoever is
-- signed in.
CREATE OR REPLACE FUNCTION schema_mark() RETURNS TABLE (newest text, oldest text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (SELECT max(name COLLATE "C") FROM kysely_migration WHERE name LIKE '%-code'), (SELECT s.oldest FROM schema_serves s) $$;
