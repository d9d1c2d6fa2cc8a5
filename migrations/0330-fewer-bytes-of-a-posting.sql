-- What a posting leaves (docs/decisions/0071), once more. That a key is one posting of its maker is seen by 64 bits of the pair, which take
-- half of the space. Two pairs that share them are told apart wherever a posting is looked up: the second is refused and has to be sent
-- with another key.
-- Runs outside a transaction.

DROP INDEX CONCURRENTLY IF EXISTS transactions_key_of_maker;
CREATE UNIQUE INDEX CONCURRENTLY transactions_key_of_maker
  ON transactions (uuid_hash_extended(idempotency_key, coalesce(uuid_hash_extended(created_by, 0), 0)));
