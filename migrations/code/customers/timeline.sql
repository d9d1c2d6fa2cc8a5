-- Everything that has happened to a customer as one list, newest first: what is on record of the customer and of what belongs to the
-- customer, and the entries of the accounts. Each source is read on by a key of its own, which is its order, so that a page costs the
-- same however long the history is; the pages are merged by moment.

-- The records that a customer's log is of. Alerts and their cases are none of them: they are compliance's alone.
CREATE OR REPLACE FUNCTION records_of_customer(p_customer uuid) RETURNS uuid[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH account AS MATERIALIZED (SELECT id FROM accounts WHERE customer_id = p_customer)
  SELECT ARRAY(SELECT p_customer UNION ALL SELECT id FROM account
    UNION ALL SELECT id FROM kyc_documents WHERE customer_id = p_customer
    UNION ALL SELECT id FROM customer_corrections WHERE customer_id = p_customer
    UNION ALL SELECT id FROM parties WHERE customer_id = p_customer
    UNION ALL SELECT id FROM legal_holds WHERE customer_id = p_customer
    UNION ALL SELECT id FROM screening_cases WHERE customer_id = p_customer
    UNION ALL SELECT p.id FROM kyc_policies p JOIN customers c ON c.id = p_customer AND c.branch_id = p.branch_id
      AND p.created_at > c.created_at JOIN kyc_standing s ON s.customer_id = c.id AND s.risk = p.risk
    UNION ALL SELECT h.id FROM holds h JOIN account a ON a.id = h.account_id WHERE h.transaction_id IS NULL
    UNION SELECT id FROM approvals WHERE subject_id = p_customer OR subject_id IN (SELECT id FROM account)) $$;

-- Which part of the list a row of the log belongs to; null for none.
CREATE OR REPLACE FUNCTION timeline_kind(p_action text, p_type text) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_action IN ('VIEWED', 'EXPORTED') THEN 'LOOK'
    WHEN p_type = 'legal_holds' THEN 'CUSTOMER' WHEN p_type = 'screening_cases' THEN 'SCREENING'
    WHEN p_type = 'document_deletions' THEN 'DOCUMENT'
    WHEN p_type = 'kyc_documents' THEN CASE WHEN p_action LIKE 'STATUS_%' THEN 'DECISION' ELSE 'DOCUMENT' END
    WHEN p_type IN ('approvals', 'customer_corrections', 'kyc_policies') THEN 'DECISION' WHEN p_type IN ('accounts', 'holds') THEN 'ACCOUNT'
    WHEN p_type = 'parties' THEN 'POWER' WHEN p_type = 'customers' THEN 'CUSTOMER' END $$;

-- Of the log, the newest rows below a key.
CREATE OR REPLACE FUNCTION timeline_log(p_customer uuid, p_kinds text[], p_before uuid, p_limit int)
RETURNS TABLE (source text, place text, at timestamptz, item jsonb) LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  RETURN QUERY SELECT 'log', l.id::text, l.created_at, jsonb_build_object('id', l.id, 'kind', timeline_kind(l.action, l.resource_type),
      'action', l.action, 'type', l.resource_type, 'who', u.full_name, 'actor', l.actor, 'name', CASE l.resource_type
        WHEN 'document_deletions' THEN (SELECT document_number FROM kyc_documents WHERE id = l.resource_id)
        WHEN 'kyc_documents' THEN (SELECT document_number FROM kyc_documents WHERE id = l.resource_id)
        WHEN 'accounts' THEN (SELECT account_number FROM accounts WHERE id = l.resource_id)
        WHEN 'screening_cases' THEN (SELECT listed_name FROM screening_cases WHERE id = l.resource_id)
        WHEN 'holds' THEN (SELECT a.account_number FROM holds h JOIN accounts a ON a.id = h.account_id WHERE h.id = l.resource_id)
        WHEN 'parties' THEN (SELECT concat_ws(' ', c.first_name, c.last_name) FROM parties p JOIN customers c ON c.id = p.party_id
          WHERE p.id = l.resource_id) END, 'of', CASE l.resource_type
        WHEN 'document_deletions' THEN (SELECT document_type::text FROM kyc_documents WHERE id = l.resource_id)
        WHEN 'kyc_documents' THEN (SELECT document_type::text FROM kyc_documents WHERE id = l.resource_id)
        WHEN 'screening_cases' THEN (SELECT concat_ws(' ', list, nullif(facts ->> 'published', '')) FROM screening_cases
          WHERE id = l.resource_id)
        WHEN 'kyc_policies' THEN (SELECT risk FROM kyc_policies WHERE id = l.resource_id)
        WHEN 'approvals' THEN (SELECT kind::text FROM approvals WHERE id = l.resource_id)
        WHEN 'parties' THEN (SELECT power::text FROM parties WHERE id = l.resource_id) END,
      'why', coalesce(f.after ->> 'rejection_reason', f.after ->> 'decision_reason', f.after ->> 'decline_reason',
        f.after ->> 'status_reason', f.after ->> 'release_reason', f.after ->> 'reason', f.after ->> 'words'))
    FROM unnest(records_of_customer(p_customer)) AS own (id)
      CROSS JOIN LATERAL (SELECT a.* FROM whole_audit_log a WHERE a.resource_id = own.id AND a.id < p_before
          AND timeline_kind(a.action, a.resource_type) = ANY (p_kinds) ORDER BY a.id DESC LIMIT p_limit) AS l
      CROSS JOIN LATERAL (SELECT l.details::jsonb -> 'after' AS after) AS f LEFT JOIN users u ON u.id = l.user_id
    ORDER BY l.id DESC LIMIT p_limit;
END $$;

-- Of each account, the newest entries numbered below a place; the numbers have no gaps, so it is a range of them.
CREATE OR REPLACE FUNCTION timeline_money(p_accounts uuid[], p_cursor jsonb, p_limit int)
RETURNS TABLE (source text, place text, at timestamptz, item jsonb) LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  RETURN QUERY SELECT a.id::text, e.sequence::text, coalesce(e.created_at, t.processed_at, t.created_at),
      jsonb_build_object('id', entry_key(e.account_id, e.sequence, e.id), 'kind', 'MONEY', 'action',
      CASE WHEN e.actor <> t.actor THEN 'FEE' ELSE t.transaction_type::text END, 'type', 'entries', 'who', u.full_name, 'actor', e.actor,
      'name', a.account_number, 'of', t.transaction_id, 'why', t.description, 'side', e.entry_type, 'amount', e.amount::text,
      'currency', a.currency, 'balance', e.balance_after::text, 'transactionId', t.id,
      'signedBy', (SELECT string_agg(concat_ws(' ', c.first_name, c.last_name), ', ' ORDER BY c.id)
        FROM posting_signers s JOIN customers c ON c.id = s.customer_id WHERE s.transaction_id = t.id AND e.entry_type = 'DEBIT'))
    FROM accounts a CROSS JOIN LATERAL (SELECT (p_cursor ->> a.id::text)::bigint AS below) AS f
      CROSS JOIN LATERAL (SELECT * FROM entries own WHERE own.account_id = a.id AND own.sequence < f.below
        AND own.sequence >= f.below - p_limit ORDER BY own.sequence DESC) AS e
      JOIN transactions t ON t.id = e.transaction_id LEFT JOIN users u ON u.id = t.created_by
    WHERE a.id = ANY (p_accounts);
END $$;

-- A page of at most 200, newest first, and the cursor of the next: how far each source has been read. Null on the last page.
CREATE OR REPLACE FUNCTION read_timeline(p_customer uuid, p_kinds text[], p_cursor jsonb, p_limit int) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  home uuid := (SELECT branch_id FROM customers WHERE id = p_customer);
  most int := least(greatest(p_limit, 1), 200);
  -- Whoever is at the counter learns that a customer waits, and no more of screening.
  kinds text[] := CASE WHEN who.role = 'TELLER' THEN array_remove(p_kinds, 'SCREENING') ELSE p_kinds END;
  readable uuid[];
  items jsonb;
  places jsonb;
  newest jsonb;
BEGIN
  IF home IS NULL THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'CUSTOMER_READ', home);
  readable := ARRAY(SELECT id FROM accounts WHERE customer_id = p_customer AND may_cross(who, 'ACCOUNT_READ', branch_id)
    AND 'MONEY' = ANY (p_kinds));
  -- From where each source is read: what happens meanwhile is on no page.
  SELECT jsonb_build_object('log', uuidv7_floor(clock_timestamp() + interval '1 minute'))
      || coalesce(jsonb_object_agg(account_id, (entry_count + 1)::text), '{}') || coalesce(p_cursor, '{}') INTO newest
    FROM balances WHERE account_id = ANY (readable);
  WITH item AS MATERIALIZED (
    SELECT * FROM timeline_log(p_customer, kinds, (newest ->> 'log')::uuid, most + 1)
    UNION ALL SELECT * FROM timeline_money(readable, newest, most + 1)),
  ranked AS MATERIALIZED (SELECT *, row_number() OVER (ORDER BY i.at DESC, i.item ->> 'id' DESC) AS n FROM item AS i),
  page AS (SELECT * FROM ranked WHERE n <= most),
  last AS (SELECT DISTINCT ON (source) source, place FROM page ORDER BY source, n DESC)
  SELECT (SELECT jsonb_agg(page.item || jsonb_build_object('at', page.at) ORDER BY n) FROM page),
    CASE WHEN EXISTS (SELECT FROM ranked WHERE n > most)
      THEN newest || (SELECT jsonb_object_agg(source, place) FROM last) END INTO items, places;
  PERFORM count_reads(who, coalesce(jsonb_array_length(items), 0));
  RETURN jsonb_build_object('rows', coalesce(items, '[]'), 'next', places::text);
END $$;
