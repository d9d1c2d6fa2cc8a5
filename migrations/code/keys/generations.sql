-- Of which generation a wrapped key is. Its bytes are laid out in electron/wrapped-key.ts; those of earlier releases are of the first.
CREATE OR REPLACE FUNCTION generation_of(p_wrapped bytea) RETURNS int LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN get_byte(p_wrapped, 0) <= 2 THEN 1
    ELSE get_byte(p_wrapped, 1) * 16777216 + get_byte(p_wrapped, 2) * 65536 + get_byte(p_wrapped, 3) * 256 + get_byte(p_wrapped, 4) END $$;

CREATE OR REPLACE FUNCTION current_generation() RETURNS int LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT max(generation) FROM vault_generations $$;

-- Refuses what is wrapped under a vault key that is not in use. Holds the key in use until the transaction ends: a change of keys waits,
-- and whoever waited for a change sees that this one is none any more.
CREATE OR REPLACE FUNCTION require_key_in_use(p_generation int, p_check bytea) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE known bytea;
BEGIN
  SELECT check_value INTO known FROM vault_generations
    WHERE generation = p_generation AND sealed_key IS NULL AND ended_at IS NULL FOR SHARE;
  IF NOT FOUND OR known <> p_check THEN PERFORM refuse('DOCUMENT_KEY_OUTDATED'); END IF;
END $$;

-- Stamps of which vault key a person's wrapped key is, and takes only the one in use.
CREATE OR REPLACE FUNCTION guard_user_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  NEW.generation := generation_of(NEW.wrapped_key);
  PERFORM require_key_in_use(NEW.generation, check_of(NEW.wrapped_key));
  RETURN NEW;
END $$;

-- The same of a key that waits with half of a password.
CREATE OR REPLACE FUNCTION guard_proposed_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_key_in_use(generation_of(NEW.wrapped_key), check_of(NEW.wrapped_key));
  RETURN NEW;
END $$;

-- By what a wrapped key says which vault key it is; NULL in those of earlier releases.
CREATE OR REPLACE FUNCTION check_of(p_wrapped bytea) RETURNS bytea LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN get_byte(p_wrapped, 0) > 2 THEN substring(p_wrapped FROM 6 FOR 16) END $$;
