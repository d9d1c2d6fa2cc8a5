-- The transaction that a maker's key has made: of a person, or of the system where there is none. Found by what the
-- index has of the pair, and then by the pair itself.
CREATE OR REPLACE FUNCTION transaction_by_key(p_maker uuid, p_key uuid) RETURNS SETOF transactions LANGUAGE sql STABLE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT t.* FROM transactions t
  WHERE posting_key(t.idempotency_key, t.created_by) = posting_key(p_key, p_maker)
    AND t.idempotency_key = p_key AND t.created_by IS NOT DISTINCT FROM p_maker $$;
