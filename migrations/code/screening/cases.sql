-- Cases are read and decided by compliance, the supervisors of the customer's branch; auditors read. Who registered the customer does not
-- clear it: both together would be one person's word that somebody is nobody else.

CREATE OR REPLACE FUNCTION screening_case_view(who identity, p_case screening_cases) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', p_case.id, 'customerId', c.id, 'customerNumber', c.customer_number,
    'customerName', concat_ws(' ', c.first_name, c.last_name), 'dateOfBirth', c.date_of_birth, 'nationality', coalesce(c.nationality, ''),
    'list', p_case.list, 'reference', p_case.reference, 'listedName', p_case.listed_name, 'score', p_case.score, 'facts', p_case.facts,
    'status', p_case.status, 'clearReason', p_case.clear_reason, 'words', p_case.words, 'foundAt', p_case.created_at,
    'registeredBy', r.full_name, 'decidedBy', d.full_name, 'decidedAt', p_case.decided_at, 'own', c.created_by = who.user_id)
  FROM customers c JOIN users r ON r.id = c.created_by LEFT JOIN users d ON d.id = p_case.decided_by WHERE c.id = p_case.customer_id $$;

-- Those of a status, the likest first and of the same likeness the oldest: at most 200, and how many there are.
CREATE OR REPLACE FUNCTION list_screening_cases(p_status text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  shown jsonb;
BEGIN
  SELECT coalesce(jsonb_agg(screening_case_view(who, k) ORDER BY k.score DESC, k.created_at, k.id), '[]') INTO shown
    FROM (SELECT s.* FROM screening_cases s JOIN customers c ON c.id = s.customer_id
      WHERE s.status = p_status AND may_cross(who, 'CUSTOMER_STATUS', c.branch_id)
      ORDER BY s.score DESC, s.created_at, s.id LIMIT 200) AS k;
  PERFORM count_reads(who, jsonb_array_length(shown));
  RETURN jsonb_build_object('cases', shown, 'open', (SELECT count(*) FROM screening_cases s JOIN customers c ON c.id = s.customer_id
    WHERE s.status = 'OPEN' AND may_cross(who, 'CUSTOMER_STATUS', c.branch_id)));
END $$;

-- The case that is to be decided, locked, or a refusal. A confirmed one is cleared by somebody else than who confirmed it.
CREATE OR REPLACE FUNCTION case_to_decide(who identity, p_case uuid, p_decision text) RETURNS screening_cases LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  found_case screening_cases;
  holder customers;
BEGIN
  PERFORM require_fresh_code(who);
  SELECT * INTO found_case FROM screening_cases WHERE id = p_case FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('SCREENING_CASE_NOT_FOUND'); END IF;
  SELECT * INTO holder FROM customers WHERE id = found_case.customer_id FOR NO KEY UPDATE;
  PERFORM require_branch(who, 'CUSTOMER_STATUS', holder.branch_id);
  IF found_case.status = 'CLEARED' OR found_case.status = p_decision THEN PERFORM refuse('ALREADY_DECIDED'); END IF;
  IF p_decision = 'CLEARED' AND (holder.created_by = who.user_id OR found_case.decided_by = who.user_id) THEN
    PERFORM refuse('OWN_CUSTOMER');
  END IF;
  RETURN found_case;
END $$;

-- Not the same: the customer may go on, and this likeness is not asked about again.
CREATE OR REPLACE FUNCTION clear_screening_case(p_case uuid, p_reason text, p_words text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  decided screening_cases := case_to_decide(who, p_case, 'CLEARED');
BEGIN
  UPDATE screening_cases SET status = 'CLEARED', clear_reason = p_reason, words = clean_text(p_words), decided_by = who.user_id,
    decided_at = clock_timestamp() WHERE id = decided.id;
  PERFORM set_kyc_status(decided.customer_id);
END $$;

-- The same: no account is opened for the customer and nothing posted.
CREATE OR REPLACE FUNCTION confirm_screening_case(p_case uuid, p_words text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  decided screening_cases := case_to_decide(who, p_case, 'CONFIRMED');
BEGIN
  UPDATE screening_cases SET status = 'CONFIRMED', words = clean_text(p_words), decided_by = who.user_id, decided_at = clock_timestamp()
    WHERE id = decided.id;
END $$;

-- The lists and the last run.
CREATE OR REPLACE FUNCTION list_screening_lists() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_identity('SUPERVISOR', 'ADMIN', 'AUDITOR');
  RETURN jsonb_build_object('lists', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'list', v.list, 'format', v.format,
      'published', coalesce(v.published, ''), 'status', v.status, 'entities', v.entities, 'names', v.names, 'faults', v.faults,
      'importedBy', u.full_name, 'importedAt', v.created_at) ORDER BY v.created_at DESC, v.id), '[]')
    FROM (SELECT * FROM screening_versions WHERE status <> 'REPLACED' OR names > 0 ORDER BY created_at DESC, id LIMIT 50) AS v
      JOIN users u ON u.id = v.created_by),
    'run', (SELECT screening_run_view(r) FROM screening_runs r ORDER BY r.created_at DESC, r.id DESC LIMIT 1));
END $$;

-- Any name against the lists, persons and companies: for a name that is no customer's, such as a payee's. It is a look that leaves no case,
-- but is a change in so far as it notes what words are like each other.
CREATE OR REPLACE FUNCTION check_listed_name(p_name text, p_year int) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE shown jsonb;
BEGIN
  PERFORM require_maker('SUPERVISOR', 'ADMIN');
  SELECT coalesce(jsonb_agg(jsonb_build_object('list', v.list, 'reference', e.reference, 'listedName', m.listed_name, 'score', m.score,
      'facts', match_facts(p_name, m.entity_id, m.listed_name))
      ORDER BY m.score DESC, m.listed_name COLLATE "C", m.entity_id), '[]') INTO shown
    FROM (SELECT * FROM best_matches(ARRAY['00000000-0000-0000-0000-000000000000'::uuid], ARRAY[p_name], ARRAY[coalesce(p_year, 0)],
        '{PERSON,COMPANY}') AS b ORDER BY b.score DESC, b.listed_name COLLATE "C", b.entity_id LIMIT 50) AS m
      JOIN screening_entities e ON e.id = m.entity_id JOIN screening_versions v ON v.id = e.version_id;
  RETURN shown;
END $$;
