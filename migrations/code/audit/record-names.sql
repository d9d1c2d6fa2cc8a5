-- Names of what rows of the audit log speak of, found for a page at once: a name by itself costs as much as all of its kind.

-- What people call records of one kind; none where there is no such record, or for whom it is not.
CREATE OR REPLACE FUNCTION record_names(who identity, p_type text, p_ids uuid[]) RETURNS TABLE (id uuid, name text) LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF may_see_record(who, p_type) IS NOT TRUE THEN RETURN; END IF;
  CASE p_type
    WHEN 'users' THEN RETURN QUERY SELECT u.id, u.full_name::text FROM users u WHERE u.id = ANY (p_ids);
    WHEN 'branches' THEN RETURN QUERY SELECT b.id, b.name::text FROM branches b WHERE b.id = ANY (p_ids);
    WHEN 'business_days', 'day_proofs' THEN
      RETURN QUERY SELECT d.id, d.business_date::text FROM business_days d WHERE d.id = ANY (p_ids);
    WHEN 'closed_months' THEN RETURN QUERY SELECT m.id, to_char(m.month, 'YYYY-MM') FROM closed_months m WHERE m.id = ANY (p_ids);
    WHEN 'day_withdrawals' THEN RETURN QUERY SELECT w.id, d.business_date::text
      FROM day_withdrawals w JOIN business_days d ON d.id = w.business_day_id WHERE w.id = ANY (p_ids);
    WHEN 'products' THEN RETURN QUERY SELECT p.id, p.name::text FROM products p WHERE p.id = ANY (p_ids);
    WHEN 'product_terms' THEN RETURN QUERY SELECT t.id, p.name::text
      FROM product_terms t JOIN products p ON p.id = t.product_id WHERE t.id = ANY (p_ids);
    WHEN 'job_runs' THEN RETURN QUERY SELECT j.id, j.kind::text FROM job_runs j WHERE j.id = ANY (p_ids);
    WHEN 'workstations' THEN RETURN QUERY SELECT w.id, w.computer::text FROM workstations w WHERE w.id = ANY (p_ids);
    WHEN 'enrolment_codes' THEN RETURN QUERY SELECT c.id, c.computer::text FROM enrolment_codes c WHERE c.id = ANY (p_ids);
    WHEN 'tills' THEN RETURN QUERY SELECT t.id, t.name::text FROM tills t WHERE t.id = ANY (p_ids);
    WHEN 'till_sessions' THEN RETURN QUERY SELECT s.id, t.name::text
      FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.id = ANY (p_ids);
    WHEN 'archive_seals' THEN RETURN QUERY SELECT s.id, to_char(s.period, CASE s.kind WHEN 'AUDIT' THEN 'YYYY-MM' ELSE 'YYYY' END)
      FROM archive_seals s WHERE s.id = ANY (p_ids);
    WHEN 'archive_events' THEN RETURN QUERY SELECT e.id,
        to_char(s.period, CASE s.kind WHEN 'AUDIT' THEN 'YYYY-MM ' ELSE 'YYYY ' END) || lower(replace(e.what, '_', ' '))
      FROM archive_events e JOIN archive_seals s ON s.id = e.seal_id WHERE e.id = ANY (p_ids);
    WHEN 'approvals' THEN RETURN QUERY SELECT a.id, coalesce(a.shown_facts, a.facts) ->> 'subject'
      FROM approvals a WHERE a.id = ANY (p_ids);
    WHEN 'customers' THEN RETURN QUERY SELECT c.id, concat_ws(' ', c.first_name, c.last_name) FROM customers c WHERE c.id = ANY (p_ids);
    WHEN 'customer_corrections' THEN RETURN QUERY SELECT k.id, concat_ws(' ', c.first_name, c.last_name)
      FROM customer_corrections k JOIN customers c ON c.id = k.customer_id WHERE k.id = ANY (p_ids);
    WHEN 'accounts', 'loans' THEN RETURN QUERY SELECT a.id, a.account_number::text FROM accounts a WHERE a.id = ANY (p_ids);
    WHEN 'parties' THEN RETURN QUERY SELECT p.id, concat_ws(' ', c.first_name, c.last_name)
      FROM parties p JOIN customers c ON c.id = p.party_id WHERE p.id = ANY (p_ids);
    WHEN 'holds' THEN RETURN QUERY SELECT h.id, a.account_number::text
      FROM holds h JOIN accounts a ON a.id = h.account_id WHERE h.id = ANY (p_ids);
    WHEN 'passbooks' THEN RETURN QUERY SELECT b.id, b.serial_number::text FROM passbooks b WHERE b.id = ANY (p_ids);
    WHEN 'passbook_prints' THEN RETURN QUERY SELECT p.id, b.serial_number::text
      FROM passbook_prints p JOIN passbooks b ON b.id = p.passbook_id WHERE p.id = ANY (p_ids);
    WHEN 'transactions' THEN RETURN QUERY SELECT t.id, t.transaction_id::text FROM transactions t WHERE t.id = ANY (p_ids);
    WHEN 'cash_alerts' THEN RETURN QUERY SELECT a.id, person_view(people_of(a.person_id)) ->> 'name'
      FROM cash_alerts a WHERE a.id = ANY (p_ids);
    WHEN 'kyc_documents' THEN RETURN QUERY SELECT d.id, d.document_number::text FROM kyc_documents d WHERE d.id = ANY (p_ids);
    WHEN 'kyc_files' THEN RETURN QUERY SELECT DISTINCT ON (d.file_id) d.file_id, d.document_number::text
      FROM kyc_documents d WHERE d.file_id = ANY (p_ids) ORDER BY d.file_id, d.id;
    ELSE RETURN;
  END CASE;
END $$;

-- The kind of record that a column or a fact refers to.
CREATE OR REPLACE FUNCTION record_type_of(p_field text) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_field ~ '(_by|^user_id)$' THEN 'users' WHEN p_field ~ '(^|_)account_id$' THEN 'accounts' ELSE CASE p_field
    WHEN 'customer_id' THEN 'customers' WHEN 'party_id' THEN 'customers' WHEN 'guardian_id' THEN 'customers'
     WHEN 'till_id' THEN 'tills' WHEN 'product_id' THEN 'products'
    WHEN 'branch_id' THEN 'branches' WHEN 'file_id' THEN 'kyc_files'
    WHEN 'business_day_id' THEN 'business_days' WHEN 'document_id' THEN 'kyc_documents' WHEN 'passbook_id' THEN 'passbooks' END END $$;

-- Of each row that this person may see: the name of its record, and those of all records that its details refer to, by their keys. Each
-- step is materialized, so that a function is called once for a kind and not once for a row.
CREATE OR REPLACE FUNCTION names_of(who identity, p_rows audit_logs[]) RETURNS TABLE (row_id uuid, record text, names jsonb)
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH type AS MATERIALIZED (SELECT DISTINCT resource_type AS name FROM unnest(p_rows)),
  shown AS MATERIALIZED (SELECT name FROM type WHERE may_see_record(who, name)),
  seen AS MATERIALIZED (SELECT a.id, a.resource_type::text AS kind, a.resource_id, a.details::jsonb AS details
    FROM unnest(p_rows) AS a WHERE a.resource_type IN (SELECT name FROM shown)),
  part AS (SELECT s.id, p.fields FROM seen s,
    LATERAL (VALUES (s.details), (s.details -> 'before'), (s.details -> 'after')) AS p (fields)),
  field AS MATERIALIZED (SELECT DISTINCT part.id AS row_id, f.key, f.value
    FROM part, jsonb_each_text(CASE WHEN jsonb_typeof(part.fields) = 'object' THEN part.fields ELSE '{}' END) AS f
    WHERE length(f.value) = 36 AND pg_input_is_valid(f.value, 'uuid')),
  key AS MATERIALIZED (SELECT DISTINCT key FROM field),
  kind AS MATERIALIZED (SELECT key, record_type_of(key) AS kind FROM key),
  reference AS MATERIALIZED (SELECT DISTINCT f.row_id, k.kind, f.value::uuid AS id FROM kind k JOIN field f USING (key)
    WHERE k.kind IS NOT NULL),
  named AS MATERIALIZED (SELECT w.kind, n.id, n.name
    FROM (SELECT r.kind, array_agg(DISTINCT r.id) AS ids
      FROM (SELECT kind, id FROM reference UNION ALL SELECT kind, resource_id FROM seen) AS r GROUP BY r.kind) AS w,
      LATERAL record_names(who, w.kind, w.ids) AS n WHERE n.name IS NOT NULL)
  SELECT s.id, own.name, coalesce(others.names, '{}')
  FROM seen s LEFT JOIN named own ON own.kind = s.kind AND own.id = s.resource_id
    LEFT JOIN (SELECT r.row_id, jsonb_object_agg(r.id, n.name) AS names FROM reference r JOIN named n USING (kind, id) GROUP BY r.row_id)
      AS others ON others.row_id = s.id $$;
