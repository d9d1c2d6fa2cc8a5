-- The audit row of a posting has the key of its transaction, the moment, and a hash over all that the transaction says: who posted, from
-- what cause, where and by which build stand there and never change (docs/decisions/0071). Rows that were written before stay as they are.

ALTER TABLE audit_logs ALTER COLUMN cause_type DROP NOT NULL, ALTER COLUMN workstation DROP NOT NULL, ALTER COLUMN build DROP NOT NULL;
ALTER TABLE audit_logs_archive ALTER COLUMN cause_type DROP NOT NULL, ALTER COLUMN workstation DROP NOT NULL,
  ALTER COLUMN build DROP NOT NULL;
COMMENT ON COLUMN audit_logs.resource_id IS 'NULL of a posting, whose row has its key';

-- What a person did beside posting, and what happened to a record beside being posted. Postings of a person are found by the next one.
DROP INDEX idx_audit_logs_user, audit_logs_archive_user_id_id_idx, idx_audit_logs_resource, audit_logs_archive_resource_id_id_idx;
CREATE INDEX idx_audit_logs_user ON audit_logs (user_id, id) WHERE user_id IS NOT NULL;
CREATE INDEX idx_audit_logs_resource ON audit_logs (resource_id, id) WHERE resource_id IS NOT NULL;
CREATE INDEX audit_logs_archive_user_id_id_idx ON audit_logs_archive (user_id, id) WHERE user_id IS NOT NULL;
CREATE INDEX audit_logs_archive_resource_id_id_idx ON audit_logs_archive (resource_id, id) WHERE resource_id IS NOT NULL;

-- What a person posted within some hours, by the first bytes of the keys, which are ordered by time: one key for many rows, as in
-- idx_transactions_person, but in the order in which it was done (code/audit/audit-found.sql).
CREATE INDEX idx_transactions_maker ON transactions (created_by, substring(uuid_send(id) FROM 1 FOR 3)) WHERE created_by IS NOT NULL;
