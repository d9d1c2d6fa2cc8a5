-- What a posting leaves (docs/decisions/0071), once more.

-- That a key is one posting of its maker is seen by 64 bits of the pair, which take half of the space. Two pairs that share them are told
-- apart wherever a posting is looked up: the second is refused and has to be sent with another key.
ALTER TABLE transactions DROP CONSTRAINT transactions_key_per_user;
CREATE UNIQUE INDEX transactions_key_per_user
  ON transactions (uuid_hash_extended(idempotency_key, coalesce(uuid_hash_extended(created_by, 0), 0)));

COMMENT ON COLUMN transactions.processed_at IS 'When what waited for a second person was posted or refused; NULL: posted at once';
COMMENT ON COLUMN transactions.cause_id IS 'What it follows from; NULL of an intent since release 0.2: its own key';

-- The sums of a day are changed on that day only, and few of them more than once.
ALTER TABLE cash_sums SET (fillfactor = 95);

-- An entry is known by its account and its number there, and was made when its posting was. Entries of earlier releases keep an id and a
-- moment of their own.
ALTER TABLE entries ALTER COLUMN id DROP NOT NULL, ALTER COLUMN id DROP DEFAULT,
  ALTER COLUMN created_at DROP NOT NULL, ALTER COLUMN created_at DROP DEFAULT;
COMMENT ON COLUMN entries.id IS 'Of entries of release 0.1 alone: the key is account and number';
COMMENT ON COLUMN entries.created_at IS 'Of entries of release 0.1 alone: others were made when their transaction was posted';
