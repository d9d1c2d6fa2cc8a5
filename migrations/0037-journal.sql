-- What the journal is read by: business dates, newest first, of a branch or of a person; what is not completed is rare.

DROP INDEX idx_transactions_branch;
CREATE INDEX idx_transactions_branch ON transactions (branch_id, business_date, id);
DROP INDEX idx_transactions_reversed_by;
CREATE INDEX idx_transactions_person ON transactions (created_by, business_date, id);
CREATE INDEX idx_transactions_incomplete ON transactions (branch_id, business_date, id) WHERE status <> 'COMPLETED';
