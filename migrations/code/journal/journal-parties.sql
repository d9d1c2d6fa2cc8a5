-- Whose postings are looked for: the account, the customer and the people that are asked for.

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

-- Who posted, by the key or by what is typed of a name; null for whoever it was.
CREATE OR REPLACE FUNCTION journal_people(p_find jsonb) RETURNS uuid[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_find ->> 'userId' IS NOT NULL THEN ARRAY[(p_find ->> 'userId')::uuid]
    WHEN p_find ->> 'person' IS NOT NULL THEN ARRAY(SELECT u.id FROM users u
      WHERE starts_with(lower(u.full_name), lower(p_find ->> 'person')) OR u.username = lower(p_find ->> 'person')) END $$;

-- The accounts that are asked for; null for all.
CREATE OR REPLACE FUNCTION journal_accounts(p_account uuid, p_customer uuid) RETURNS uuid[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_customer IS NOT NULL THEN
      ARRAY(SELECT a.id FROM accounts a WHERE a.customer_id = p_customer AND (p_account IS NULL OR a.id = p_account))
    WHEN p_account IS NOT NULL THEN ARRAY[p_account] END $$;

-- How many entries of an account were made before a moment, found by halving: they are numbered in the order in which they were made.
CREATE OR REPLACE FUNCTION entries_before(p_account uuid, p_at timestamptz) RETURNS bigint LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  low bigint := 0;
  high bigint := (SELECT entry_count FROM balances WHERE account_id = p_account);
  middle bigint;
BEGIN
  WHILE low < high LOOP
    middle := (low + high + 1) / 2;
    IF (SELECT coalesce(e.created_at, t.processed_at, t.created_at) FROM entries e JOIN transactions t ON t.id = e.transaction_id
        WHERE e.account_id = p_account AND e.sequence = middle) < p_at THEN low := middle;
    ELSE high := middle - 1;
    END IF;
  END LOOP;
  RETURN low;
END $$;
