-- The trigger of append-only tables.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM refuse('APPEND_ONLY', jsonb_build_object('table', TG_TABLE_NAME));
  RETURN NULL;
END $$;
