-- A document's number without what is only how it is printed or typed: full-width forms become plain ones, and case, blanks, dashes
-- and invisible characters do not count. Empty when nothing is left.
CREATE OR REPLACE FUNCTION normalise_document_number(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT upper(regexp_replace(normalize(t, NFKC), '[^[:alnum:]]', '', 'g')) $$;
