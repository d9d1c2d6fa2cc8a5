-- The index of 0351 takes the place of the one before, once the code asks for it.
-- Runs with the code.

DROP INDEX transactions_key_per_user;
DROP FUNCTION key_of_maker(uuid, uuid);
ALTER INDEX transactions_posting_key RENAME TO transactions_key_per_user;
