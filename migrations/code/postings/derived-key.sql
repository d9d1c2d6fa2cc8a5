-- Opening and closing a till make up to three postings; each gets a key of its own that follows from the one key given.
CREATE OR REPLACE FUNCTION derived_key(p_key uuid, p_step text) RETURNS uuid LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT encode(substring(sha256(convert_to(p_key::text || ':' || p_step, 'UTF8')) FROM 1 FOR 16), 'hex')::uuid $$;
