-- Each user has a sequence that counts what is read (note-look.sql): sequences are outside transactions.
CREATE OR REPLACE FUNCTION make_read_counter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE SEQUENCE corex.%I', 'reads_' || replace(NEW.id::text, '-', ''));
  RETURN NULL;
END $$;
