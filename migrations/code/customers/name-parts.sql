-- The parts of names: each that occurs is kept once, with what it becomes when a letter is left out, and those that are spelt like what
-- somebody typed are found among them.

-- The parts of a name as it is searched; a double name has two.
CREATE OR REPLACE FUNCTION parts_of_name(p_key text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_remove(string_to_array(translate(p_key, '-', ' '), ' '), '') $$;

-- A word, and the word without each one of its letters.
CREATE OR REPLACE FUNCTION near_spellings(p_word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ARRAY(SELECT p_word UNION SELECT overlay(p_word PLACING '' FROM n FOR 1) FROM generate_series(1, length(p_word)) AS n) $$;

-- Adds parts in their order, so that two registrations at the same time do not wait for each other.
CREATE OR REPLACE FUNCTION add_name_parts(p_parts text[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO name_parts (part, near)
    SELECT p.part, near_spellings(p.part) FROM (SELECT DISTINCT part COLLATE "C" AS part FROM unnest(p_parts) AS part) AS p
    WHERE NOT EXISTS (SELECT FROM name_parts k WHERE k.part = p.part) ORDER BY p.part
    ON CONFLICT DO NOTHING;
END $$;

-- Adds those of new customers. The lock is shared with each other, and keeps a correction from dropping a part meanwhile.
CREATE OR REPLACE FUNCTION keep_name_parts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('corex name parts', 0));
  PERFORM add_name_parts(ARRAY(SELECT part FROM changed, unnest(parts_of_name(changed.name_key)) AS part));
  RETURN NULL;
END $$;

-- After a correction: adds the parts that came, and drops those that went and that nobody has any more.
CREATE OR REPLACE FUNCTION change_name_parts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_seqscan = off AS $$
DECLARE
  before text[] := ARRAY(SELECT part FROM former, unnest(parts_of_name(former.name_key)) AS part);
  after text[] := ARRAY(SELECT part FROM changed, unnest(parts_of_name(changed.name_key)) AS part);
BEGIN
  IF before <@ after AND after <@ before THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('corex name parts', 0));
  PERFORM add_name_parts(after);
  DELETE FROM name_parts k WHERE k.part = ANY (before) AND k.part <> ALL (after) AND NOT EXISTS (SELECT FROM customers c
    WHERE string_to_array(translate(c.name_key, '-', ' '), ' ') && ARRAY[k.part::text]);
  RETURN NULL;
END $$;

-- The parts that are one mistake away from a word at most: a letter too few or too many, another one, or two that are swapped. Of a word
-- of two letters, the parts that begin with it.
CREATE OR REPLACE FUNCTION parts_near(p_word text) RETURNS text[] LANGUAGE plpgsql STABLE STRICT
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF length(p_word) < 3 THEN
    RETURN ARRAY(SELECT part FROM name_parts WHERE part ^@ p_word ORDER BY length(part), part LIMIT 20);
  END IF;
  RETURN ARRAY(SELECT part FROM name_parts WHERE near && near_spellings(p_word) ORDER BY part <> p_word, part LIMIT 40);
END $$;

-- Those, and the parts that have at least half of a word's groups of three letters, the most similar first; half is the setting of
-- search_customers.
CREATE OR REPLACE FUNCTION parts_like(p_word text) RETURNS text[] LANGUAGE plpgsql STABLE STRICT
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE first text[] := parts_near(p_word);
BEGIN
  IF length(p_word) < 3 THEN RETURN first; END IF;
  RETURN first || ARRAY(SELECT part FROM name_parts WHERE p_word <% part AND part <> ALL (first)
    ORDER BY word_similarity(p_word, part) DESC, similarity(p_word, part) DESC, part LIMIT 40);
END $$;
