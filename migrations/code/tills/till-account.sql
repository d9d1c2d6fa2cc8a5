-- The cash account of a till.
CREATE OR REPLACE FUNCTION till_account(p_till uuid) RETURNS uuid LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT a.id FROM accounts a JOIN tills t ON t.id = a.till_id JOIN branches b ON b.id = t.branch_id AND b.currency = a.currency
    WHERE t.id = p_till $$;
