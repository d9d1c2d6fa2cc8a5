-- What a posting leaves (docs/decisions/0071), once more. That a key is one posting of its maker is seen by half of a SHA-256 of the
-- pair. A shorter or a reversible hash would let somebody choose a key that takes the place of one that follows from a day, a till or a
-- posting, and so keep that from being posted.
-- Runs outside a transaction.

-- An index rests on it: what it answers for a pair never changes.
CREATE OR REPLACE FUNCTION key_of_maker(p_key uuid, p_maker uuid) RETURNS uuid LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN RETURN encode(substring(sha256(uuid_send(p_key) || coalesce(uuid_send(p_maker), '')) FOR 16), 'hex')::uuid; END $$;

DROP INDEX CONCURRENTLY IF EXISTS transactions_key_of_maker;
CREATE UNIQUE INDEX CONCURRENTLY transactions_key_of_maker ON transactions (key_of_maker(idempotency_key, created_by));
