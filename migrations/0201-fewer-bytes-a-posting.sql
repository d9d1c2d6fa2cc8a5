-- What a posting leaves in indexes (docs/decisions/0071). Each holds what is looked for by it, and not more.

-- A person posts some hundred times a day: what one posted on a date lies behind one key with the places of all its rows, and is put in
-- order when it is read. With the key of each row the pages stayed half empty, and it was twelve times as long.
DROP INDEX idx_transactions_person;
CREATE INDEX idx_transactions_person ON transactions (created_by, business_date) WHERE created_by IS NOT NULL;

-- Nothing looks an entry up by its id: it is known by its account and its number there, which is its key now.
ALTER TABLE entries DROP CONSTRAINT entries_pkey, DROP CONSTRAINT entries_sequence_per_account;
ALTER TABLE entries ADD CONSTRAINT entries_sequence_per_account PRIMARY KEY (account_id, sequence);

-- The rows of the log lie in the order of their moments, which a summary of its pages finds.
DROP INDEX idx_audit_logs_created, audit_logs_archive_created_at_idx;
CREATE INDEX idx_audit_logs_created ON audit_logs USING brin (created_at) WITH (pages_per_range = 32);
CREATE INDEX audit_logs_archive_created_at_idx ON audit_logs_archive USING brin (created_at) WITH (pages_per_range = 32);

-- What only grows at its end is never written between: its pages are filled.
ALTER INDEX transactions_pkey SET (fillfactor = 98);
ALTER INDEX idx_transactions_id SET (fillfactor = 98);
ALTER INDEX idx_transactions_branch SET (fillfactor = 98);
ALTER INDEX idx_entries_transaction SET (fillfactor = 98);
