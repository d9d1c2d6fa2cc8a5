-- Spellings of one name: words are like each other when they sound alike in any of the usual transcriptions, or a letter or two differ.

-- How a word sounds, roughly: Mohammed, Muhamad and Mohamed are one, and so are Xu and Hsu, Yevgeny and Evgeny, Park and Pak, Qaddafi and
-- Gaddafi. What it joins wrongly is told apart by the letters.
CREATE OR REPLACE FUNCTION sound_of(p_word text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE s text := p_word;
BEGIN
  s := regexp_replace(s, 'sc?h', 's', 'g');
  s := regexp_replace(s, 't?s?ch|d?zh|dj', 'j', 'g');
  s := regexp_replace(s, '^(?:x|hs)', 's');
  s := regexp_replace(replace(s, 'ph', 'f'), 't[zs]|cz|c(?=[eiy])', 's', 'g');
  s := regexp_replace(s, 'ck|qu|[qcg]', 'k', 'g');
  s := regexp_replace(translate(replace(s, 'x', 'ks'), 'zh', 's'), '^ye', 'e');
  s := regexp_replace(s, 'ou|oo|au|aw|ow|eu|ew', 'u', 'g');
  s := translate(s, 'wyoe', 'viua');
  s := regexp_replace(s, 'ai|ii|ia(?=[bdfjklmnprstv])', 'i', 'g');
  s := regexp_replace(s, 'ff?$', 'v');
  s := regexp_replace(regexp_replace(s, '(.)\1+', '\1', 'g'), '^(.{1,2})ark$', '\1ak');
  RETURN coalesce(nullif(s, ''), p_word);
END $$;

-- By what a word is found: its sound, also with a letter left out, and its consonants, as many alphabets write no others.
CREATE OR REPLACE FUNCTION keys_of_sound(p_sound text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  consonants text := translate(p_sound, 'aeiou', '');
  keys text[] := ARRAY[p_sound];
BEGIN
  IF length(consonants) > 1 THEN keys := keys || ('_' || consonants); END IF;
  IF length(p_sound) > 3 THEN
    FOR n IN 1 .. length(p_sound) LOOP keys := keys || (left(p_sound, n - 1) || substr(p_sound, n + 1)); END LOOP;
  END IF;
  RETURN keys;
END $$;

-- How like each other two words are, up to 1: the better of letters and sound. Short words are alike by their sound alone.
CREATE OR REPLACE FUNCTION likeness_of_words(a text, b text, sound_a text, sound_b text) RETURNS real
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  longest int := greatest(length(a), length(b));
  per_letter real := CASE WHEN translate(sound_a, 'aeiou', '') = translate(sound_b, 'aeiou', '') THEN 0.7 ELSE 1 END;
BEGIN
  IF a = b THEN RETURN 1; END IF;
  RETURN greatest(CASE WHEN longest < 4 THEN 0 ELSE 1 - levenshtein(a, b)::real / longest END, 0,
    0.96 - per_letter * levenshtein(sound_a, sound_b) / greatest(length(sound_a), length(sound_b)));
END $$;

-- Where a birth stands in the years of a word; 0 is unknown.
CREATE OR REPLACE FUNCTION bit_of_year(p_year int) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN CASE WHEN p_year = 0 THEN 0 ELSE least(greatest(p_year - 1899, 1), 159) END;
END $$;

-- Adds listed words. In their order, so that two imports do not wait for each other in a circle.
CREATE OR REPLACE FUNCTION add_screening_words(p_words text[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  WITH added AS (
    INSERT INTO screening_words (word, sound)
      SELECT w.word, sound_of(w.word) FROM (SELECT DISTINCT word COLLATE "C" AS word FROM unnest(p_words) AS word) AS w
      WHERE NOT EXISTS (SELECT FROM screening_words k WHERE k.word = w.word) ORDER BY w.word ON CONFLICT DO NOTHING RETURNING id, sound)
  INSERT INTO screening_word_keys (key, word_id) SELECT DISTINCT key, id FROM added, unnest(keys_of_sound(sound)) AS key;
END $$;

-- Finds the listed words that are like these, where that has not been done since the last import.
CREATE OR REPLACE FUNCTION compare_words(p_words text[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
BEGIN
  WITH fresh AS (
    INSERT INTO screening_compared (word) SELECT w.word FROM (SELECT DISTINCT word COLLATE "C" AS word FROM unnest(p_words) AS word) AS w
      WHERE NOT EXISTS (SELECT FROM screening_compared k WHERE k.word = w.word) ORDER BY w.word ON CONFLICT DO NOTHING RETURNING word),
  sounds AS MATERIALIZED (SELECT word, sound_of(word) AS sound FROM fresh),
  keys AS (SELECT word, sound, key FROM sounds, unnest(keys_of_sound(sound)) AS key),
  found AS MATERIALIZED (SELECT DISTINCT keys.word, keys.sound, k.word_id
    FROM keys JOIN screening_word_keys k ON k.key = keys.key COLLATE "C")
  INSERT INTO screening_near (word, word_id, score, years)
    SELECT word, word_id, score, years FROM (SELECT f.word, f.word_id, w.years,
        likeness_of_words(f.word, w.word, f.sound, w.sound) AS score
      FROM found f JOIN screening_words w ON w.id = f.word_id) AS scored
    WHERE score >= 0.7 ON CONFLICT DO NOTHING;
END $$;
