-- How the postings that are looked for are found: by which accounts, conditions and index.

-- The account that is asked for by its number; null for none.
CREATE OR REPLACE FUNCTION journal_account(who identity, p_find jsonb) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE found uuid;
BEGIN
  IF p_find ->> 'tillSessionId' IS NOT NULL THEN
    SELECT till_account(s.till_id) INTO found FROM till_sessions s JOIN tills t ON t.id = s.till_id
      WHERE s.id = (p_find ->> 'tillSessionId')::uuid AND sees_till_session(who, s, t);
    IF found IS NULL THEN PERFORM refuse('TILL_NOT_FOUND'); END IF;
    RETURN found;
  END IF;
  IF p_find ->> 'tillId' IS NOT NULL THEN
    SELECT till_account(t.id) INTO found FROM tills t
      WHERE t.id = (p_find ->> 'tillId')::uuid AND (t.branch_id = who.branch_id OR reads_every_branch(who));
    IF found IS NULL THEN PERFORM refuse('TILL_NOT_FOUND'); END IF;
    RETURN found;
  END IF;
  IF p_find ->> 'accountNumber' IS NULL THEN RETURN NULL; END IF;
  SELECT id INTO found FROM accounts WHERE account_number = p_find ->> 'accountNumber' AND (customer_id IS NOT NULL OR who.role = 'AUDITOR'
    OR who.role = 'SUPERVISOR' AND branch_id = who.branch_id);
  IF found IS NULL THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM note_look(who, 'VIEWED', 'accounts', found, '{"journal": true}');
  RETURN found;
END $$;

-- The customer who is asked for, by the key or the number; null for none.
CREATE OR REPLACE FUNCTION journal_customer(who identity, p_find jsonb) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE customer customers;
BEGIN
  IF p_find ->> 'customerId' IS NULL AND p_find ->> 'customerNumber' IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO customer FROM customers WHERE id = (p_find ->> 'customerId')::uuid OR customer_number = p_find ->> 'customerNumber';
  IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  PERFORM note_look(who, 'VIEWED', 'customers', customer.id, '{"journal": true}');
  RETURN customer.id;
END $$;

-- The conditions on a posting `t` that are asked for, as text with the placeholders of journal_ids(), so that each has its index.
CREATE OR REPLACE FUNCTION journal_conditions(who identity, p_find jsonb) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT concat_ws(' AND ',
    CASE WHEN who.role = 'TELLER' AND p_find ->> 'tillSessionId' IS NULL THEN
      '(t.created_by = ($1).user_id OR t.cause_type = ''TILL_SESSION''
        AND EXISTS (SELECT FROM till_sessions own WHERE own.id = t.cause_id AND own.user_id = ($1).user_id))' END,
    CASE WHEN NOT reads_every_branch(who) THEN 't.branch_id = ($1).branch_id' ELSE 'true' END,
    CASE WHEN p_find ->> 'reference' IS NOT NULL THEN 't.transaction_id = $2 ->> ''reference''' END,
    CASE WHEN p_find ->> 'userId' IS NOT NULL THEN 't.created_by = ($2 ->> ''userId'')::uuid' END,
    CASE WHEN p_find ->> 'person' IS NOT NULL THEN 't.created_by = ANY (ARRAY(SELECT u.id FROM users u
      WHERE starts_with(lower(u.full_name), lower($2 ->> ''person'')) OR u.username = lower($2 ->> ''person'')))' END,
    CASE WHEN p_find ->> 'type' IS NOT NULL THEN 't.transaction_type = ($2 ->> ''type'')::transaction_type' END,
    CASE WHEN p_find ->> 'status' IS NOT NULL THEN 't.status = ($2 ->> ''status'')::transaction_status' END,
    CASE WHEN p_find ->> 'status' <> 'COMPLETED' THEN 't.status <> ''COMPLETED''' END,
    CASE WHEN p_find ->> 'actor' IS NOT NULL THEN 't.actor = ($2 ->> ''actor'')::actor_kind' END,
    CASE WHEN p_find ->> 'least' IS NOT NULL THEN 't.amount >= ($2 ->> ''least'')::numeric' END,
    CASE WHEN p_find ->> 'most' IS NOT NULL THEN 't.amount <= ($2 ->> ''most'')::numeric' END,
    CASE WHEN p_find ->> 'from' IS NOT NULL THEN 't.business_date >= ($2 ->> ''from'')::date' END,
    CASE WHEN p_find ->> 'to' IS NOT NULL THEN 't.business_date <= ($2 ->> ''to'')::date' END,
    CASE WHEN p_find ->> 'tillSessionId' IS NOT NULL THEN 't.created_at >= (SELECT opened_at FROM till_sessions
      WHERE id = ($2 ->> ''tillSessionId'')::uuid) AND t.created_at <= coalesce((SELECT closed_at FROM till_sessions
      WHERE id = ($2 ->> ''tillSessionId'')::uuid), ''infinity'')' END) $$;

-- Where the postings are read from, as a template of journal_ids(): one account in the order of its entries, a customer's accounts
-- together, a person and a branch by the business date; of every branch the newest ones. %1$s stands for the conditions, %2$s for the page.
CREATE OR REPLACE FUNCTION journal_source(who identity, p_find jsonb, p_accounts uuid[]) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN cardinality(p_accounts) = 1 THEN
    'SELECT s.id, row_number() OVER (ORDER BY s.sequence DESC) FROM (SELECT e.transaction_id AS id, max(e.sequence) AS sequence FROM (
        SELECT l.transaction_id, l.sequence FROM entries l JOIN transactions t ON t.id = l.transaction_id WHERE l.account_id = $6[1]
          AND l.sequence < coalesce((SELECT min(c.sequence) FROM entries c WHERE c.transaction_id = $4 AND c.account_id = $6[1]),
            9223372036854775807) AND %1$s ORDER BY l.sequence DESC LIMIT 2 * $5) AS e
      GROUP BY e.transaction_id) AS s ORDER BY s.sequence DESC LIMIT $5'
  WHEN p_accounts IS NOT NULL THEN
    'SELECT t.id, row_number() OVER (ORDER BY t.business_date DESC, t.id DESC) FROM transactions t
      WHERE t.id IN (SELECT e.transaction_id FROM entries e WHERE e.account_id = ANY ($6)) AND %1$s %2$s ORDER BY 2 LIMIT $5'
  WHEN p_find ->> 'reference' IS NOT NULL OR p_find ->> 'userId' IS NOT NULL
      OR NOT reads_every_branch(who) AND who.role <> 'TELLER' THEN
    'SELECT p.id, row_number() OVER (ORDER BY p.business_date DESC, p.id DESC) FROM (SELECT t.id, t.business_date FROM transactions t
      WHERE %1$s %2$s ORDER BY t.business_date DESC, t.id DESC LIMIT $5) AS p'
  WHEN who.role = 'TELLER' THEN
    'SELECT o.id, row_number() OVER (ORDER BY o.business_date DESC, o.id DESC) FROM (
        (SELECT t.id, t.business_date FROM transactions t WHERE t.created_by = ($1).user_id AND %1$s %2$s
          ORDER BY t.business_date DESC, t.id DESC LIMIT $5)
        UNION (SELECT t.id, t.business_date FROM till_sessions s JOIN transactions t ON t.created_by IS NULL
          AND t.idempotency_key = derived_key(s.id, ''difference'') WHERE s.user_id = ($1).user_id AND %1$s %2$s
          ORDER BY t.business_date DESC, t.id DESC LIMIT $5)) AS o ORDER BY 2 LIMIT $5'
  ELSE
    'SELECT o.id, row_number() OVER (ORDER BY o.business_date DESC, o.id DESC) FROM branches b, LATERAL (
        SELECT t.id, t.business_date FROM transactions t WHERE t.branch_id = b.id AND %1$s %2$s
        ORDER BY t.business_date DESC, t.id DESC LIMIT $5) AS o ORDER BY 2 LIMIT $5' END $$;

-- The keys of at most p_limit postings, newest first, after the posting p_before (null begins).
CREATE OR REPLACE FUNCTION journal_ids(who identity, p_find jsonb, p_account uuid, p_customer uuid, p_before uuid, p_limit int)
RETURNS TABLE (id uuid, place bigint) LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  accounts_of uuid[] := CASE WHEN p_account IS NOT NULL THEN ARRAY[p_account] END;
  last_date date := (SELECT t.business_date FROM transactions t WHERE t.id = p_before);
BEGIN
  IF p_customer IS NOT NULL THEN
    accounts_of := ARRAY(SELECT a.id FROM accounts a WHERE a.customer_id = p_customer
      AND (p_account IS NULL OR a.id = p_account));
  END IF;
  RETURN QUERY EXECUTE format(journal_source(who, p_find, accounts_of), journal_conditions(who, p_find),
      CASE WHEN p_before IS NOT NULL THEN 'AND (t.business_date, t.id) < ($3, $4)' END)
    USING who, p_find, last_date, p_before, p_limit, accounts_of;
END $$;
