-- Customers whose names are spelt like what somebody typed. It looks through the parts of names, and of the customers only at some of those
-- who have such parts: so it hardly grows with their number. See docs/decisions/0038.

-- Those who have a part of each set, the most similar to what was typed first, of the first 500. The planner could take a scan that it
-- expects to end early.
CREATE OR REPLACE FUNCTION customers_with_parts(p_typed text, p_one text[], p_two text[], p_three text[], p_limit int) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp
SET plan_cache_mode = force_custom_plan SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  two text[] := coalesce(p_two, p_one);
  three text[] := coalesce(p_three, two);
BEGIN
  IF p_limit <= 0 OR 0 IN (cardinality(p_one), cardinality(two), cardinality(three)) THEN RETURN '{}'; END IF;
  RETURN ARRAY(SELECT few.id FROM (SELECT id, word_similarity(p_typed, name_key) AS similar FROM customers
      WHERE string_to_array(translate(name_key, '-', ' '), ' ') && p_one AND string_to_array(translate(name_key, '-', ' '), ' ') && two
        AND string_to_array(translate(name_key, '-', ' '), ' ') && three LIMIT 500) AS few
    ORDER BY few.similar DESC, few.id LIMIT p_limit);
END $$;

-- Those who have one part: as first or last name, of which an index has the first few at once; and anywhere in the name.
CREATE OR REPLACE FUNCTION customers_with_part(p_part text, p_limit int) RETURNS uuid[] LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE found uuid[] := ARRAY(
  (SELECT id FROM customers WHERE name_key ^@ (p_part || ' ') ORDER BY name_key LIMIT p_limit)
  UNION (SELECT id FROM customers WHERE surname_key ^@ (p_part || ' ') ORDER BY surname_key LIMIT p_limit) LIMIT p_limit);
BEGIN
  IF cardinality(found) < p_limit THEN
    found := ARRAY(SELECT unnest(found)
      UNION SELECT unnest(customers_with_parts(p_part, ARRAY[p_part], NULL, NULL, p_limit)) LIMIT p_limit);
  END IF;
  RETURN found;
END $$;

-- By one word: those with the part that is most like it first. What was typed as one word may be two.
CREATE OR REPLACE FUNCTION customers_by_word(p_word text, p_limit int) RETURNS uuid[] LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  found uuid[] := '{}';
  near text;
  head text;
BEGIN
  FOR head IN SELECT one.part FROM generate_series(2, length(p_word) - 2) AS n JOIN name_parts one ON one.part = left(p_word, n)
    JOIN name_parts two ON two.part = substr(p_word, n + 1) LOOP
    found := found
      || customers_with_parts(p_word, ARRAY[head], ARRAY[substr(p_word, length(head) + 1)], NULL, p_limit - cardinality(found));
  END LOOP;
  FOREACH near IN ARRAY parts_like(p_word) LOOP
    EXIT WHEN cardinality(found) >= p_limit;
    found := ARRAY(SELECT unnest(found) UNION SELECT unnest(customers_with_part(near, p_limit)) LIMIT p_limit);
  END LOOP;
  RETURN found;
END $$;

-- At most so many, for a text that is folded already: those who have all its words with one mistake in each at most, then with parts that
-- are similar, then two words of three. Where nobody has, the words may be one, or only one of them is right.
CREATE OR REPLACE FUNCTION customers_spelt_like(p_typed text, p_limit int) RETURNS uuid[] LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  -- The longest first: the fewest have them. Single letters find too many.
  words text[] := ARRAY(SELECT word FROM unnest(parts_of_name(p_typed)) AS word WHERE length(word) > 1
    GROUP BY word ORDER BY length(word) DESC, word LIMIT 3);
  one text[] := parts_like(words[1]);
  two text[] := parts_like(words[2]);
  three text[] := parts_like(words[3]);
  found uuid[];
BEGIN
  IF cardinality(words) < 2 THEN RETURN customers_by_word(coalesce(words[1], p_typed), p_limit); END IF;
  found := customers_with_parts(p_typed, parts_near(words[1]), parts_near(words[2]), parts_near(words[3]), p_limit);
  IF cardinality(found) < p_limit THEN
    found := ARRAY(SELECT unnest(found) UNION SELECT unnest(customers_with_parts(p_typed, one, two, three, p_limit)));
  END IF;
  IF cardinality(found) < p_limit AND length(words[3]) > 2 THEN
    found := ARRAY(SELECT unnest(found) UNION SELECT unnest(customers_with_parts(p_typed, one, two, NULL, p_limit)
      || customers_with_parts(p_typed, one, three, NULL, p_limit) || customers_with_parts(p_typed, two, three, NULL, p_limit)));
  END IF;
  IF cardinality(found) = 0 THEN found := customers_by_word(array_to_string(parts_of_name(p_typed), ''), p_limit); END IF;
  IF cardinality(found) = 0 THEN
    found := customers_by_word(words[1], p_limit / 2) || customers_by_word(words[2], p_limit / 2);
  END IF;
  RETURN found;
END $$;
