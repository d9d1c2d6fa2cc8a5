-- The audit log as its readers see it. Nobody reads the table itself: an administrator looks after people, branches and tills, and
-- sees no customer in what was recorded; an auditor sees other branches as far as branch_crossings says.

-- Whether this person may see what was recorded of such a record. What is not listed is about customers and their money.
CREATE OR REPLACE FUNCTION may_see_record(who identity, p_type text) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT who.role = 'AUDITOR'
    OR p_type IN ('users', 'branches', 'business_days', 'closed_months', 'day_proofs', 'day_withdrawals', 'job_runs', 'tills',
      'till_sessions', 'products', 'product_terms') $$;

-- What people call a record; null where there is no such record, or for whom it is not.
CREATE OR REPLACE FUNCTION record_name(who identity, p_type text, p_id uuid) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN NOT may_see_record(who, p_type) THEN NULL ELSE CASE p_type
    WHEN 'users' THEN (SELECT full_name FROM users WHERE id = p_id)
    WHEN 'branches' THEN (SELECT name FROM branches WHERE id = p_id)
    WHEN 'business_days' THEN (SELECT business_date::text FROM business_days WHERE id = p_id)
    WHEN 'closed_months' THEN (SELECT to_char(month, 'YYYY-MM') FROM closed_months WHERE id = p_id)
    WHEN 'day_proofs' THEN (SELECT business_date::text FROM business_days WHERE id = p_id)
    WHEN 'day_withdrawals' THEN (SELECT d.business_date::text FROM day_withdrawals w JOIN business_days d ON d.id = w.business_day_id
      WHERE w.id = p_id)
    WHEN 'loans' THEN (SELECT account_number FROM accounts WHERE id = p_id)
    WHEN 'products' THEN (SELECT name FROM products WHERE id = p_id)
    WHEN 'product_terms' THEN (SELECT p.name FROM product_terms t JOIN products p ON p.id = t.product_id WHERE t.id = p_id)
    WHEN 'job_runs' THEN (SELECT kind FROM job_runs WHERE id = p_id)
    WHEN 'tills' THEN (SELECT name FROM tills WHERE id = p_id)
    WHEN 'till_sessions' THEN (SELECT t.name FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.id = p_id)
    WHEN 'approvals' THEN (SELECT coalesce(shown_facts, facts) ->> 'subject' FROM approvals WHERE id = p_id)
    WHEN 'customers' THEN (SELECT concat_ws(' ', first_name, last_name) FROM customers WHERE id = p_id)
    WHEN 'customer_corrections' THEN (SELECT concat_ws(' ', c.first_name, c.last_name) FROM customer_corrections k
      JOIN customers c ON c.id = k.customer_id WHERE k.id = p_id)
    WHEN 'accounts' THEN (SELECT account_number FROM accounts WHERE id = p_id)
    WHEN 'holds' THEN (SELECT a.account_number FROM holds h JOIN accounts a ON a.id = h.account_id WHERE h.id = p_id)
    WHEN 'transactions' THEN (SELECT transaction_id FROM transactions WHERE id = p_id)
    WHEN 'kyc_documents' THEN (SELECT document_number FROM kyc_documents WHERE id = p_id)
    WHEN 'kyc_files' THEN (SELECT document_number FROM kyc_documents WHERE file_id = p_id LIMIT 1) END END $$;

-- The kind of record that a column or a fact refers to.
CREATE OR REPLACE FUNCTION record_type_of(p_field text) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_field ~ '(_by|^user_id)$' THEN 'users' WHEN p_field ~ '(^|_)account_id$' THEN 'accounts' ELSE CASE p_field
    WHEN 'customer_id' THEN 'customers' WHEN 'till_id' THEN 'tills' WHEN 'product_id' THEN 'products'
    WHEN 'branch_id' THEN 'branches' WHEN 'file_id' THEN 'kyc_files'
    WHEN 'business_day_id' THEN 'business_days' WHEN 'document_id' THEN 'kyc_documents' END END $$;

-- Names of all records that the details refer to, by their keys.
CREATE OR REPLACE FUNCTION names_in(who identity, p_details jsonb) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH part AS (SELECT p_details AS fields UNION ALL SELECT p_details -> 'before' UNION ALL SELECT p_details -> 'after'),
  reference AS (SELECT DISTINCT f.value, record_type_of(f.key) AS kind
    FROM part, jsonb_each_text(CASE WHEN jsonb_typeof(part.fields) = 'object' THEN part.fields ELSE '{}' END) AS f
    WHERE f.value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
  named AS (SELECT value, record_name(who, kind, value::uuid) AS name FROM reference WHERE kind IS NOT NULL)
  SELECT coalesce(jsonb_object_agg(value, name) FILTER (WHERE name IS NOT NULL), '{}') FROM named $$;

-- Whose rows a person reads: those of people of the own branch, those about what is the own branch's, those of nobody about what is of
-- no branch, or all.
CREATE OR REPLACE FUNCTION reads_every_branch(who identity) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT who.role = 'AUDITOR' AND EXISTS (SELECT FROM branch_crossings WHERE action = 'AUDIT_READ' AND allowed) $$;

CREATE OR REPLACE FUNCTION is_of_branch(entry audit_logs, p_branch uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM users u WHERE u.id = entry.user_id AND u.branch_id = p_branch)
    OR coalesce(coalesce(entry.details -> 'after' ->> 'branch_id', entry.details -> 'before' ->> 'branch_id') = p_branch::text,
      entry.user_id IS NULL) $$;

-- A page, newest first, of at most 200. Keys are ordered by time, so the cursor and the days, which are the branch's, are ranges of
-- keys. It looks at look_at_most() rows: where it finds fewer, a last row without a moment has the key where it ended. What is handed out
-- is counted.
CREATE OR REPLACE FUNCTION read_audit(p_user uuid, p_action text, p_type text, p_record uuid, p_from date, p_to date, p_before uuid,
  p_limit int)
RETURNS TABLE (id uuid, at timestamptz, user_id uuid, username text, full_name text, action text, resource_type text, resource_id uuid,
  record text, details jsonb, redacted boolean, names jsonb, actor actor_kind, cause_type text, cause text, workstation text, build text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('AUDITOR', 'ADMIN');
  zone text := local_time_zone();
  most int := least(greatest(p_limit, 1), 201);
BEGIN
  RETURN QUERY SELECT e.id, e.created_at, e.user_id, u.username::text, u.full_name::text, e.action::text,
      e.resource_type::text, e.resource_id, record_name(who, e.resource_type, e.resource_id),
      CASE WHEN may_see_record(who, e.resource_type) THEN e.details::jsonb ELSE '{}' END, NOT may_see_record(who, e.resource_type),
      CASE WHEN may_see_record(who, e.resource_type) THEN names_in(who, e.details::jsonb) ELSE '{}' END,
      e.actor, e.cause_type::text, cause_name(e.cause_type, e.cause_id), e.workstation, e.build
    FROM audit_found(who, p_user, p_action, p_type, p_record, uuidv7_floor(p_from::timestamp AT TIME ZONE zone),
        uuidv7_floor((p_to + 1)::timestamp AT TIME ZONE zone), p_before, most,
        look_at_most() / CASE WHEN reads_every_branch(who) THEN 1 ELSE 10 END) AS e LEFT JOIN users u ON u.id = e.user_id
    ORDER BY e.created_at IS NULL, e.id DESC;
  PERFORM count_reads(who, most);
END $$;
