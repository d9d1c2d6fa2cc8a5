-- Cash is counted by two people wherever it changes hands: the one proposes with a count, the other counts without having seen it, and
-- only equal counts are posted. First of all cash that comes into the vault from outside, and cash that leaves it.

ALTER TABLE approval_kinds ADD COLUMN needs_count boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN approval_kinds.needs_count IS 'Whether whoever decides has to have counted the cash, in a transaction before';

CREATE TABLE cash_counts (
  approval_id uuid NOT NULL REFERENCES approvals,
  counted_by uuid NOT NULL REFERENCES users,
  counted numeric(15,2) NOT NULL CONSTRAINT cash_counts_not_negative CHECK (counted >= 0),
  counted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (approval_id, counted_by)
);
COMMENT ON TABLE cash_counts IS 'What each of the two people counted, which neither changes afterwards; the first one is the proposer';
CREATE INDEX idx_cash_counts_counted_by ON cash_counts (counted_by);

-- An administrator counts where a branch has one supervisor.
INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, needs_count) VALUES
  ('VAULT_IN', '{SUPERVISOR}', '{SUPERVISOR,ADMIN}', 'show_vault_cash', 'perform_vault_cash', true),
  ('VAULT_OUT', '{SUPERVISOR}', '{SUPERVISOR,ADMIN}', 'show_vault_cash', 'perform_vault_cash', true);

INSERT INTO posting_rules (channel, transaction_type, debit_type, credit_type, role)
  VALUES ('VAULT', 'TRANSFER', 'SUSPENSE', 'VAULT', 'SUPERVISOR');
