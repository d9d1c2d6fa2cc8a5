-- A till and its cash account, in the branch's currency.
CREATE OR REPLACE FUNCTION make_till(p_id uuid, p_branch uuid, p_name text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO tills (id, branch_id, name) VALUES (p_id, p_branch, p_name);
  INSERT INTO accounts (account_type, currency, branch_id, till_id)
    SELECT 'TELLER_CASH', b.currency, b.id, p_id FROM branches b WHERE b.id = p_branch;
END $$;

-- A new till for the branch of the administrator.
CREATE OR REPLACE FUNCTION add_till(p_id uuid, p_name text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('ADMIN');
BEGIN
  PERFORM make_till(p_id, who.branch_id, clean_name(p_name));
END $$;
