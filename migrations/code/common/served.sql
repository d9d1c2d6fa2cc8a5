-- What the releases before this one still need, as long as the schema serves them (docs/decisions/0090).

-- Whether the application that asks says that it was made for a schema with this marker, or a later one; release 0300-code says nothing. It
-- decides how something is told, and never who may do what.
CREATE OR REPLACE FUNCTION made_for(p_marker text) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(current_setting('corex.schema', true), '') >= p_marker COLLATE "C" $$;

-- An entry as a UUID (version 8), as until 0300-code each had one: of its account and its number there.
CREATE OR REPLACE FUNCTION entry_key(p_account uuid, p_number bigint, p_id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(p_id, overlay(overlay(md5(p_account || '/' || p_number) PLACING '8' FROM 13 FOR 1) PLACING 'a' FROM 17 FOR 1)::uuid) $$;
