-- Which listed names are like the names of people. See docs/screening.md, also for the figures.

-- From here on a name is a match; of 100. Of two who were born in the same year, less is enough.
CREATE OR REPLACE FUNCTION screening_threshold(p_same_year boolean) RETURNS int LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT CASE WHEN p_same_year THEN 54 ELSE 61 END $$;

-- What of each side's words the other side has, place by place, by the best likeness: an average of both. A word does not count twice
-- for two of the other side, unless they are written as one.
CREATE OR REPLACE FUNCTION likeness_of_names(p_typed int[], p_listed int[], p_scores real[], p_typed_words int, p_listed_words int)
RETURNS real LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  typed real := 0;
  listed real := 0;
  joined_typed boolean := false;
  joined_listed boolean := false;
  best_typed real[] := array_fill(0::real, ARRAY[12]);
  best_listed real[] := array_fill(0::real, ARRAY[12]);
BEGIN
  FOR n IN 1 .. cardinality(p_scores) LOOP
    FOR place IN 1 .. 12 LOOP
      IF p_typed[n] >> (place - 1) & 1 = 1 THEN best_typed[place] := greatest(best_typed[place], p_scores[n]); END IF;
      IF p_listed[n] >> (place - 1) & 1 = 1 THEN best_listed[place] := greatest(best_listed[place], p_scores[n]); END IF;
    END LOOP;
    joined_typed := joined_typed OR bit_count(p_typed[n]::bit(32)) > 1;
    joined_listed := joined_listed OR bit_count(p_listed[n]::bit(32)) > 1;
  END LOOP;
  FOR place IN 1 .. 12 LOOP
    typed := typed + best_typed[place];
    listed := listed + best_listed[place];
  END LOOP;
  RETURN (CASE WHEN joined_typed THEN typed ELSE least(typed, listed) END / p_typed_words
    + CASE WHEN joined_listed THEN listed ELSE least(typed, listed) END / p_listed_words) / 2;
END $$;

-- Whether two names have the same words, those that do not count among them, in any order: what is only nearly the same scores less.
CREATE OR REPLACE FUNCTION same_words(p_name text, p_listed text) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT all_words(p_name) <@ all_words(p_listed) AND all_words(p_listed) <@ all_words(p_name) $$;

-- The matches of several names at once: `p_refs` name them, a year of 0 is unknown, and then every birth fits. One word of a longer name
-- is never enough, on neither side: a given name as an alias matches nobody who has a surname too.
CREATE OR REPLACE FUNCTION matches_of_names(p_refs uuid[], p_names text[], p_years int[], OUT ref uuid, OUT name_id int, OUT score int)
RETURNS SETOF record LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan
SET enable_mergejoin = off SET enable_hashjoin = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  -- The name's number in the arrays stands in place of its key.
  typed listed_word[] := ARRAY(SELECT ROW(n, w.word, w.mask, max(w.mask) OVER (PARTITION BY n), NULL)::listed_word
    FROM unnest(p_names) WITH ORDINALITY AS p (name, n), words_to_compare(p.name) AS w);
  all_years smallint[] := ARRAY(SELECT 0 UNION ALL SELECT generate_series(1840, 2060));
BEGIN
  PERFORM compare_words(ARRAY(SELECT DISTINCT word FROM unnest(typed)));
  RETURN QUERY WITH near AS MATERIALIZED (
      SELECT p_refs[t.name_id] AS ref, t.mask, length(ltrim(t.widest::bit(32)::text, '0')) AS words, n.word_id,
        n.score, CASE WHEN p_years[t.name_id] = 0 THEN all_years ELSE ARRAY[p_years[t.name_id], 0]::smallint[] END AS fits
      FROM unnest(typed) AS t JOIN screening_near n ON n.word = t.word COLLATE "C"
      WHERE p_years[t.name_id] = 0 OR get_bit(n.years, 0) = 1
        OR get_bit(n.years, least(greatest(p_years[t.name_id] - 1899, 1), 159)) = 1),
    hits AS (
      SELECT near.ref, p.name_id, near.words, p.words AS listed_words, array_agg(near.mask) AS typed, array_agg(p.mask) AS listed,
        array_agg(near.score) AS scores
      FROM near JOIN screening_places p ON p.word_id = near.word_id AND p.birth_year = ANY (near.fits)
      GROUP BY near.ref, p.name_id, near.words, p.words
      HAVING bit_count(bit_or(near.mask)::bit(32)) >= least(2, near.words) AND bit_count(bit_or(p.mask)::bit(32)) >= least(2, p.words))
    SELECT scored.ref, scored.name_id, greatest(1, (scored.likeness * 100)::int - CASE WHEN n.is_weak THEN 3 ELSE 0 END
        - CASE WHEN e.birth_years = '{}' THEN 2 ELSE 0 END
        - CASE WHEN same_words(p_names[array_position(p_refs, scored.ref)], n.name) THEN 0 ELSE 1 END)
    FROM (SELECT hits.ref, hits.name_id, likeness_of_names(typed, listed, scores, words, listed_words) AS likeness FROM hits) AS scored
      JOIN screening_names n ON n.id = scored.name_id JOIN screening_entities e ON e.id = n.entity_id
      JOIN screening_versions v ON v.id = e.version_id AND v.status = 'CURRENT'
    WHERE scored.likeness >= 0.54
      AND scored.likeness >= screening_threshold(p_years[array_position(p_refs, scored.ref)] = ANY (e.birth_years)) / 100.0;
END $$;
