-- Customers against the current lists. What is found is a case, unless the same likeness was found before: a cleared one stays cleared
-- when the list brings the entry again, under another identifier as well.

-- What was compared: names and births on both sides, and nothing that only a publisher's numbering changes.
CREATE OR REPLACE FUNCTION likeness_hash(p_name text, p_born date, p_listed text, p_years smallint[]) RETURNS bytea LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT sha256(convert_to(jsonb_build_array(ARRAY(SELECT w FROM unnest(all_words(p_name)) AS w ORDER BY w COLLATE "C"),
    extract(epoch FROM p_born::timestamp)::bigint, ARRAY(SELECT w FROM unnest(all_words(p_listed)) AS w ORDER BY w COLLATE "C"),
    ARRAY(SELECT DISTINCT y FROM unnest(p_years) AS y ORDER BY y))::text, 'UTF8')) $$;

-- The best match of each person and entry, in its order.
CREATE OR REPLACE FUNCTION best_matches(p_refs uuid[], p_names text[], p_years int[], p_kinds text[])
RETURNS TABLE (ref uuid, entity_id int, listed_name text, score int) LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT DISTINCT ON (m.ref, n.entity_id) m.ref, n.entity_id, n.name, m.score
  FROM matches_of_names(p_refs, p_names, p_years) AS m JOIN screening_names n ON n.id = m.name_id
    JOIN screening_entities e ON e.id = n.entity_id AND e.kind = ANY (p_kinds)
  ORDER BY m.ref, n.entity_id, m.score DESC, n.name COLLATE "C" $$;

-- What a reviewer is shown of an entry, and word by word how a name is like it.
CREATE OR REPLACE FUNCTION match_facts(p_name text, p_entity int, p_listed text) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('kind', e.kind, 'programme', coalesce(e.programme, ''), 'births', coalesce(e.birth_text, ''),
    'published', coalesce(v.published, ''), 'matched', jsonb_build_object('name', p_listed,
      'alias', (SELECT bool_and(is_alias) FROM screening_names WHERE entity_id = e.id AND name = p_listed),
      'weak', (SELECT bool_and(is_weak) FROM screening_names WHERE entity_id = e.id AND name = p_listed)),
    'names', (SELECT jsonb_agg(jsonb_build_object('name', name, 'alias', is_alias, 'weak', is_weak) ORDER BY id)
      FROM (SELECT * FROM screening_names WHERE entity_id = e.id ORDER BY id LIMIT 40) AS first_ones),
    'words', coalesce((SELECT jsonb_agg(jsonb_build_object('typed', typed, 'listed', listed, 'percent', (likeness * 100)::int)
        ORDER BY likeness DESC, typed COLLATE "C") FROM (SELECT DISTINCT ON (a.word) a.word AS typed, b.word AS listed,
          likeness_of_words(a.word, b.word, sound_of(a.word), sound_of(b.word)) AS likeness
        FROM words_to_compare(p_name) AS a, words_to_compare(p_listed) AS b
        ORDER BY a.word, likeness_of_words(a.word, b.word, sound_of(a.word), sound_of(b.word)) DESC, b.word COLLATE "C") AS pairs
      WHERE likeness >= 0.7), '[]'))
  FROM screening_entities e JOIN screening_versions v ON v.id = e.version_id WHERE e.id = p_entity $$;

-- Screens these customers, persons against listed persons and companies, by their names alone, against listed companies, and answers how
-- many cases are new. One that is known is brought up to date while it is open.
CREATE OR REPLACE FUNCTION screen_customers(p_customers uuid[]) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE added int;
BEGIN
  WITH people AS MATERIALIZED (SELECT id, kind, concat_ws(' ', first_name, last_name) AS name, date_of_birth FROM customers
      WHERE id = ANY (p_customers) ORDER BY id),
  found AS MATERIALIZED (SELECT p.id, p.name, p.date_of_birth, m.entity_id, m.listed_name, m.score, v.list, e.reference, e.birth_years
    FROM (SELECT * FROM best_matches(ARRAY(SELECT id FROM people WHERE kind = 'PERSON'),
          ARRAY(SELECT name FROM people WHERE kind = 'PERSON'),
          ARRAY(SELECT extract(year FROM date_of_birth)::int FROM people WHERE kind = 'PERSON'), '{PERSON}')
        UNION ALL SELECT * FROM best_matches(ARRAY(SELECT id FROM people WHERE kind = 'COMPANY'),
          ARRAY(SELECT name FROM people WHERE kind = 'COMPANY'),
          ARRAY(SELECT 0 FROM people WHERE kind = 'COMPANY'), '{COMPANY}')) AS m
      JOIN people p ON p.id = m.ref JOIN screening_entities e ON e.id = m.entity_id JOIN screening_versions v ON v.id = e.version_id),
  hashed AS (SELECT DISTINCT ON (id, hash) * FROM (SELECT found.*, likeness_hash(name, date_of_birth, listed_name, birth_years) AS hash
    FROM found) AS all_found ORDER BY id, hash, score DESC, list, reference),
  written AS (INSERT INTO screening_cases (customer_id, likeness, list, reference, listed_name, score, facts)
    SELECT id, hash, list, reference, listed_name, score, match_facts(name, entity_id, listed_name) FROM hashed ORDER BY id, hash
    ON CONFLICT (customer_id, likeness) DO UPDATE SET list = excluded.list, reference = excluded.reference, facts = excluded.facts
      WHERE screening_cases.status = 'OPEN'
        AND (screening_cases.list, screening_cases.reference) IS DISTINCT FROM (excluded.list, excluded.reference)
    RETURNING xmax = 0 AS is_new)
  SELECT count(*) FILTER (WHERE is_new) INTO added FROM written;
  RETURN added;
END $$;

-- At registration, and when a name or a birth is corrected. Without a list there is nothing to look for.
CREATE OR REPLACE FUNCTION screen_changed_customer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM screening_versions WHERE status = 'CURRENT') THEN PERFORM screen_customers(ARRAY[NEW.id]); END IF;
  RETURN NULL;
END $$;

-- Whether a customer waits for somebody to look at a match. Whoever is at the counter learns no more than that.
CREATE OR REPLACE FUNCTION waits_for_screening(p_customer uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM screening_cases WHERE customer_id = p_customer AND status <> 'CLEARED') $$;

-- Whether somebody has to look at a customer: a match of the name waits, or the review is due. Which of them is not said at the counter.
CREATE OR REPLACE FUNCTION waits_for_check(c customers) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT waits_for_screening(c.id)
    OR EXISTS (SELECT FROM kyc_standing s WHERE s.customer_id = c.id AND s.review_due <= limit_date(c.branch_id)) $$;

-- Refuses what is to be done for a customer who is confirmed to be listed.
CREATE OR REPLACE FUNCTION require_not_listed(p_customer uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM screening_cases WHERE customer_id = p_customer AND status = 'CONFIRMED') THEN
    PERFORM refuse('CUSTOMER_BLOCKED');
  END IF;
END $$;
