-- The branch's own account of a kind, in the branch's currency.
CREATE OR REPLACE FUNCTION branch_account(p_branch uuid, p_type account_type) RETURNS uuid LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT a.id FROM accounts a JOIN branches b ON b.id = a.branch_id AND b.currency = a.currency
  WHERE a.branch_id = p_branch AND a.account_type = p_type AND a.till_id IS NULL $$;

-- Gives every branch the accounts of its own that it lacks: a new branch all of them, an older one those of kinds that came later.
CREATE OR REPLACE FUNCTION make_branch_accounts() RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  INSERT INTO accounts (account_type, currency, branch_id)
    SELECT kind.account_type, b.currency, b.id FROM branches b, account_kinds kind
    WHERE kind.holder = 'BRANCH' AND branch_account(b.id, kind.account_type) IS NULL ORDER BY b.id, kind.account_type $$;
