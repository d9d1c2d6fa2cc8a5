-- What is rare has an index of its own, which holds no ordinary posting and so costs none: without it, looking for the rare reads past all
-- that is common. Each condition is that of the function that asks by it (code/journal, code/audit, code/approvals, code/books).

-- Without the branch: under row security the planner does not know how rare a value is, and would take the branch's index as often.
CREATE INDEX idx_transactions_rare_type ON transactions (transaction_type, business_date, id)
  WHERE transaction_type NOT IN ('DEPOSIT', 'WITHDRAWAL', 'TRANSFER');
CREATE INDEX idx_transactions_by_system ON transactions (actor, business_date, id) WHERE actor <> 'PERSON';

CREATE INDEX idx_audit_logs_action ON audit_logs (action, id) WHERE action <> 'POSTED';
CREATE INDEX idx_audit_logs_type ON audit_logs (resource_type, id) WHERE resource_type <> 'transactions';

CREATE INDEX idx_approvals_decided ON approvals (branch_id, decided_at) WHERE status <> 'PENDING';
CREATE INDEX idx_approvals_proposed_decided ON approvals (proposed_by, decided_at) WHERE status <> 'PENDING';

CREATE INDEX idx_balances_held ON balances (account_id) WHERE held <> 0;
CREATE INDEX idx_holds_open ON holds (account_id) WHERE released_at IS NULL;
