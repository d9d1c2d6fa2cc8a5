-- How accounts of customers are read: one by its number, all of a customer, or one whose statement is opened.

-- The account with that number; null when no customer has one with it.
CREATE OR REPLACE FUNCTION find_account(p_number text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  account accounts;
BEGIN
  SELECT * INTO account FROM accounts WHERE account_number = p_number AND customer_id IS NOT NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM require_branch(who, 'ACCOUNT_READ', account.branch_id);
  PERFORM count_reads(who, 1);
  RETURN account_views(ARRAY[account.id]);
END $$;

-- The accounts of a customer that the caller's branch may see.
CREATE OR REPLACE FUNCTION list_accounts(p_customer uuid) RETURNS SETOF jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  readable uuid[] := ARRAY(SELECT id FROM accounts a WHERE customer_id = p_customer
    AND (branch_id = who.branch_id OR may_cross(who, 'ACCOUNT_READ', branch_id)));
BEGIN
  PERFORM count_reads(who, cardinality(readable));
  RETURN QUERY SELECT account_views(readable);
END $$;

-- The account whose statement is opened, or a refusal. That it was opened is on record: `p_details` says of an export what it holds.
CREATE OR REPLACE FUNCTION opened_account(who identity, p_account uuid, p_action text, p_details jsonb) RETURNS accounts
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE account accounts;
BEGIN
  SELECT * INTO account FROM accounts WHERE id = p_account AND customer_id IS NOT NULL;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_READ', account.branch_id);
  PERFORM note_look(who, p_action, 'accounts', p_account, p_details);
  RETURN account;
END $$;
