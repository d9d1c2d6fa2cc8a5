-- What a posting leaves (docs/decisions/0071): the index that keeps a key one posting of its maker grows at its end.
-- Runs outside a transaction.

-- An index rests on it: what it answers for a pair never changes. The first 48 bits are the key's; 80 bits of a SHA-256 of the pair
-- follow. Whoever would choose a key that takes the place of another one has to meet its first bits and then 80 of a hash: for that one key
-- alone, however many others can be reckoned. A window's keys (renderer/calls/new-key.ts: RFC 9562, version 7, counter 0, until 2039) begin
-- with the moment at which they were made. Their first bit is set and that of all others is not: each is written after those before it.
CREATE OR REPLACE FUNCTION posting_key(p_key uuid, p_maker uuid) RETURNS uuid LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  bits bytea := uuid_send(p_key);
  has_moment boolean := p_maker IS NOT NULL AND get_byte(bits, 0) = 1 AND get_byte(bits, 6) = 112 AND get_byte(bits, 7) = 0;
BEGIN
  RETURN encode(set_bit(substring(bits FOR 6), 7, has_moment::int)
    || substring(sha256(bits || coalesce(uuid_send(p_maker), '')) FOR 10), 'hex')::uuid;
END $$;

DROP INDEX CONCURRENTLY IF EXISTS transactions_posting_key;
CREATE UNIQUE INDEX CONCURRENTLY transactions_posting_key ON transactions (posting_key(idempotency_key, created_by)) WITH (fillfactor = 98);
