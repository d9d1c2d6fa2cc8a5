-- A list comes in parts, because it is long: begun, filled, finished. Until it is finished, the version before it is matched.

-- Drops names of versions that are not matched any more: of so many entries, because a list is long. Answers whether some are left.
CREATE OR REPLACE FUNCTION drop_listed_names(p_limit int) RETURNS boolean LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE old int[] := ARRAY(SELECT e.id FROM screening_versions v JOIN screening_entities e ON e.version_id = v.id
  WHERE v.status = 'REPLACED' ORDER BY e.id LIMIT p_limit);
BEGIN
  IF cardinality(old) = 0 THEN RETURN false; END IF;
  DELETE FROM screening_places WHERE name_id IN (SELECT id FROM screening_names WHERE entity_id = ANY (old));
  DELETE FROM screening_names WHERE entity_id = ANY (old);
  DELETE FROM screening_entities WHERE id = ANY (old);
  RETURN true;
END $$;

-- Begins a version of a list under a key. The same file as the current version is refused, and one that was left unfinished is dropped.
CREATE OR REPLACE FUNCTION begin_screening_list(p_id uuid, p_list text, p_format text, p_hash bytea, p_published text, p_faults int)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('SUPERVISOR', 'ADMIN');
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('corex screening lists', 0));
  IF EXISTS (SELECT FROM screening_versions WHERE list = clean_text(p_list) AND status = 'CURRENT' AND file_hash = p_hash) THEN
    PERFORM refuse('LIST_KNOWN');
  END IF;
  IF EXISTS (SELECT FROM screening_versions WHERE id = p_id) THEN PERFORM refuse('KEY_REUSED'); END IF;
  UPDATE screening_versions SET status = 'REPLACED' WHERE list = clean_text(p_list) AND status = 'LOADING';
  INSERT INTO screening_versions (id, list, format, file_hash, published, faults, created_by)
    VALUES (p_id, clean_text(p_list), p_format, p_hash, clean_text(p_published), p_faults, who.user_id);
END $$;

-- The version that its importer is filling, locked, or a refusal.
CREATE OR REPLACE FUNCTION loading_version(who identity, p_version uuid) RETURNS screening_versions LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE version screening_versions;
BEGIN
  SELECT * INTO version FROM screening_versions WHERE id = p_version AND created_by = who.user_id AND status = 'LOADING' FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  RETURN version;
END $$;

-- Where the words of names stand that were added, from the first of them on.
CREATE OR REPLACE FUNCTION place_listed_names(p_version uuid, p_first int) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  added listed_word[] := ARRAY(SELECT ROW(n.id, w.word, w.mask, max(w.mask) OVER (PARTITION BY n.id), e.birth_years)::listed_word
    FROM screening_names n JOIN screening_entities e ON e.id = n.entity_id, words_to_compare(n.name) AS w
    WHERE n.id >= p_first AND e.version_id = p_version);
BEGIN
  PERFORM add_screening_words(ARRAY(SELECT DISTINCT word FROM unnest(added)));
  INSERT INTO screening_places (word_id, birth_year, name_id, mask, words)
    SELECT w.id, fits.year, l.name_id, l.mask, length(ltrim(l.widest::bit(32)::text, '0'))
    FROM unnest(added) AS l JOIN screening_words w ON w.word = l.word COLLATE "C",
      LATERAL (SELECT DISTINCT year + near AS year FROM unnest(l.birth_years) AS year, generate_series(-2, 2) AS near
        UNION ALL SELECT 0 WHERE l.birth_years = '{}') AS fits;
  UPDATE screening_words w SET years = w.years | of_added.years
    FROM (SELECT l.word, bit_or(set_bit(repeat('0', 160)::bit(160), bit_of_year(fits.year), 1)) AS years FROM unnest(added) AS l,
        LATERAL (SELECT year + near AS year FROM unnest(l.birth_years) AS year, generate_series(-2, 2) AS near
          UNION ALL SELECT 0 WHERE l.birth_years = '{}') AS fits GROUP BY l.word) AS of_added
    WHERE w.word = of_added.word COLLATE "C" AND w.years <> (w.years | of_added.years);
END $$;

-- Adds entries, in the shape of ListedEntry in electron/services/screening/listed-entry.ts.
CREATE OR REPLACE FUNCTION add_listed_entries(p_version uuid, p_entries jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  version screening_versions := loading_version(who, p_version);
  first int;
BEGIN
  WITH entries AS MATERIALIZED (SELECT entry, n FROM jsonb_array_elements(p_entries) WITH ORDINALITY AS e (entry, n)),
  added AS (INSERT INTO screening_entities (version_id, reference, kind, programme, birth_text, birth_years)
    SELECT p_version, left(clean_text(entry ->> 'reference'), 100), entry ->> 'kind', left(clean_text(entry ->> 'programme'), 200),
      left(clean_text(entry ->> 'births'), 200), ARRAY(SELECT year::smallint FROM jsonb_array_elements_text(entry -> 'years') AS year)
    FROM entries ORDER BY n RETURNING id),
  numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM added),
  named AS (INSERT INTO screening_names (entity_id, name, is_alias, is_weak)
    SELECT numbered.id, left(clean_text(name.text ->> 'name'), 300), name.n > 1, (name.text ->> 'weak')::boolean
    FROM entries JOIN numbered USING (n), jsonb_array_elements(entry -> 'names') WITH ORDINALITY AS name (text, n)
    WHERE cardinality(all_words(name.text ->> 'name')) > 0 ORDER BY numbered.id, name.n RETURNING id)
  SELECT min(id) INTO first FROM named;
  PERFORM place_listed_names(p_version, first);
END $$;

-- Gives up a version that its importer fills: it is never matched, and its names go with those of versions that were replaced.
CREATE OR REPLACE FUNCTION drop_screening_list(p_version uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  version screening_versions := loading_version(who, p_version);
BEGIN
  UPDATE screening_versions SET status = 'REPLACED' WHERE id = version.id;
END $$;

-- Makes a version the one that is matched, and begins the run of all customers against the lists; answers the run.
CREATE OR REPLACE FUNCTION finish_screening_list(p_version uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  version screening_versions;
  names_of_it int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('corex screening lists', 0));
  version := loading_version(who, p_version);
  SELECT count(*) INTO names_of_it FROM screening_names n JOIN screening_entities e ON e.id = n.entity_id WHERE e.version_id = p_version;
  IF names_of_it = 0 THEN PERFORM refuse('LIST_UNKNOWN'); END IF;
  UPDATE screening_versions SET status = 'REPLACED' WHERE list = version.list AND status = 'CURRENT';
  DELETE FROM screening_near;
  DELETE FROM screening_compared;
  UPDATE screening_versions SET status = 'CURRENT', names = names_of_it,
    entities = (SELECT count(*) FROM screening_entities WHERE version_id = p_version) WHERE id = p_version;
  RETURN begin_screening_run(who);
END $$;
