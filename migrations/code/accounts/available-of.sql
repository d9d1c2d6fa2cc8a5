-- What may still be drawn from an account, given its ledger balance, minimum balance and agreed limit.
CREATE OR REPLACE FUNCTION available_of(kind account_type, ledger numeric, minimum numeric, agreed numeric) RETURNS numeric LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE kind WHEN 'LOAN' THEN agreed - ledger ELSE ledger - minimum + agreed END $$;
