-- What a posting no longer leaves, once 0330 has made the index that takes the place of another, and the code knows of it.
-- Runs with the code.

ALTER TABLE transactions DROP CONSTRAINT transactions_key_per_user;
ALTER INDEX transactions_key_of_maker RENAME TO transactions_key_per_user;

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
