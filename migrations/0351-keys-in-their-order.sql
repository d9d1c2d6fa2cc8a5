-- What a posting leaves (docs/decisions/0071): the index that keeps a key one posting of its maker stands in the order of the keys.
-- Runs outside a transaction.

-- An index rests on it: what it answers for a pair never changes. The first 48 bits are the key's, a moment in a key of RFC 9562,
-- version 7; 80 bits of a SHA-256 of the pair follow. Whoever would choose a key that takes the place of another one has to meet its first
-- 48 bits and then 80 of a hash: for that one key alone, however many others can be reckoned.
CREATE OR REPLACE FUNCTION posting_key(p_key uuid, p_maker uuid) RETURNS uuid LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN encode(substring(uuid_send(p_key) FOR 6) || substring(sha256(uuid_send(p_key) || coalesce(uuid_send(p_maker), '')) FOR 10),
    'hex')::uuid;
END $$;

DROP INDEX CONCURRENTLY IF EXISTS transactions_posting_key;
CREATE UNIQUE INDEX CONCURRENTLY transactions_posting_key ON transactions (posting_key(idempotency_key, created_by)) WITH (fillfactor = 98);
