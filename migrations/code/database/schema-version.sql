-- The newest migration that has run. Release 0.1 compares it with its own newest one; later releases ask for the whole list,
-- by applied_migrations(), which provision-database.sql makes.
CREATE OR REPLACE FUNCTION schema_version() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN (SELECT max(name) FROM kysely_migration);
END $$;
