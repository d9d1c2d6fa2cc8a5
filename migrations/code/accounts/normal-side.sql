-- The side on which an account of this kind grows.
CREATE OR REPLACE FUNCTION normal_side(kind account_type) RETURNS entry_side LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN kind IN ('LOAN', 'TELLER_CASH', 'VAULT', 'INTEREST_EXPENSE', 'CASH_SHORT') THEN 'DEBIT' ELSE 'CREDIT' END::corex.entry_side $$;
