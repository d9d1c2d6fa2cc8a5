-- The accounts and the transaction that a posting names are looked up by the triggers of its tables, for all rows of a statement at once
-- and in every session (code/postings/known-accounts.sql, check-entries-balance.sql). What they name is never deleted and never gets
-- another id (code/accounts/triggers.sql, code/postings/triggers.sql). So a server that can keep a foreign key without asking it for each
-- row does that from here on; an older one goes on asking. See docs/decisions/0043.

DO $$
DECLARE key record;
BEGIN
  IF current_setting('server_version_num')::int >= 180000 THEN
    FOR key IN SELECT * FROM (VALUES ('transactions', 'transactions_from_account'), ('transactions', 'transactions_to_account'),
        ('entries', 'entries_account_id_fkey'), ('entries', 'entries_transaction_id_fkey')) AS of_postings (relation, name) LOOP
      EXECUTE format('ALTER TABLE %I ALTER CONSTRAINT %I NOT ENFORCED', key.relation, key.name);
    END LOOP;
  END IF;
END $$;
