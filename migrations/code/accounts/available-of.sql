-- What may still be drawn from an account of this kind, given its ledger balance, minimum balance, agreed limit and what is held.
CREATE OR REPLACE FUNCTION available_of(kind account_kinds, ledger numeric, minimum numeric, agreed numeric, held numeric)
RETURNS numeric LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE kind.drawn_from WHEN 'LIMIT' THEN agreed - ledger ELSE ledger - minimum + agreed END - held $$;
