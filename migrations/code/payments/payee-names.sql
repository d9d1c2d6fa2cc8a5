-- Whether the name that a file gives for an account is that of its holder. A wrong number that is somebody else's account is told by it:
-- the line is marked before the file is sent and where it is decided, and is posted all the same, because people write names in many ways.

-- The words of a name, without case, accents and signs.
CREATE OR REPLACE FUNCTION words_of_name(p_name text) RETURNS text[] LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT word), '{}') FROM regexp_split_to_table(fold(p_name), '[^[:alnum:]]+') AS word WHERE word <> '' $$;

-- The holder where the name that is given is another one: neither has all the words of the other. Null where it is the same or none is
-- given.
CREATE OR REPLACE FUNCTION other_holder(p_given text, p_holder text) RETURNS text LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  given text[] := words_of_name(p_given);
  holder text[] := words_of_name(p_holder);
BEGIN
  RETURN CASE WHEN given = '{}' OR given <@ holder OR given @> holder THEN NULL ELSE p_holder END;
END $$;

-- The name of an account's holder where that is another than the one that is given.
CREATE OR REPLACE FUNCTION other_holder_of(p_account uuid, p_given text) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT other_holder(p_given, concat_ws(' ', c.first_name, c.last_name))
  FROM accounts a JOIN customers c ON c.id = a.customer_id WHERE a.id = p_account $$;
