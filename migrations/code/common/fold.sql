-- Folds case and accents for searching. unaccent() is only STABLE because its dictionary may be replaced; ours is not.
CREATE OR REPLACE FUNCTION fold(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT lower(ext.unaccent('ext.unaccent'::regdictionary, t)) $$;
