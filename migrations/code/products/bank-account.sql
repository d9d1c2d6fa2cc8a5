-- The branch's own account of a kind in a currency, for what is charged and paid on accounts in that currency. Made when first needed: a
-- branch is set up with those of its own currency.
CREATE OR REPLACE FUNCTION bank_account(p_branch uuid, p_type account_type, p_currency text) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO accounts (account_type, currency, branch_id)
    SELECT p_type, p_currency, p_branch WHERE NOT EXISTS (SELECT FROM accounts
      WHERE branch_id = p_branch AND account_type = p_type AND currency = p_currency AND holder = 'BRANCH')
    ON CONFLICT DO NOTHING;
  RETURN (SELECT id FROM accounts
    WHERE branch_id = p_branch AND account_type = p_type AND currency = p_currency AND holder = 'BRANCH');
END $$;
