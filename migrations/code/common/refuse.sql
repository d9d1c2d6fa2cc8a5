-- Raises a refusal by its name, with facts for its sentence. The name travels as the error's constraint, so that no caller ever matches
-- message text.
CREATE OR REPLACE FUNCTION refuse(code text, details jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '%', code USING ERRCODE = 'CX000', CONSTRAINT = code, DETAIL = details::text;
END $$;
