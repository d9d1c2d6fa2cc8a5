-- The transaction that a maker's key has made: of a person, or of the system where there is none. Found by the 64 bits of the pair that the
-- index has, and then by the pair itself.
CREATE OR REPLACE FUNCTION transaction_by_key(p_maker uuid, p_key uuid) RETURNS SETOF transactions LANGUAGE sql STABLE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT t.* FROM transactions t
  WHERE uuid_hash_extended(t.idempotency_key, coalesce(uuid_hash_extended(t.created_by, 0), 0))
      = uuid_hash_extended(p_key, coalesce(uuid_hash_extended(p_maker, 0), 0))
    AND t.idempotency_key = p_key AND t.created_by IS NOT DISTINCT FROM p_maker $$;
