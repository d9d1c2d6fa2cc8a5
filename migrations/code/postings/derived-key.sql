-- Opening and closing a till make up to three postings; each gets a key of its own that follows from the one key given.
CREATE OR REPLACE FUNCTION derived_key(p_key uuid, p_step text) RETURNS uuid LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN encode(substring(sha256(convert_to(p_key::text || ':' || p_step, 'UTF8')) FROM 1 FOR 16), 'hex')::uuid;
END $$;

-- The same as the id of a row that a window reads: in the form of RFC 9562, version 8.
CREATE OR REPLACE FUNCTION derived_id(p_key uuid, p_step text) RETURNS uuid LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT overlay(overlay(derived_key(p_key, p_step)::text PLACING '8' FROM 15) PLACING 'a' FROM 20)::uuid $$;
