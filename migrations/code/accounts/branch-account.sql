-- The branch's own account of a kind, in the branch's currency.
CREATE OR REPLACE FUNCTION branch_account(p_branch uuid, p_type account_type) RETURNS uuid LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT a.id FROM accounts a JOIN branches b ON b.id = a.branch_id AND b.currency = a.currency
  WHERE a.branch_id = p_branch AND a.account_type = p_type AND a.till_id IS NULL $$;
