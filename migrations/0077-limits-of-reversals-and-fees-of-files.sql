-- What a person reverses alone is agreed by two people, as what a person posts alone is: with a first day, and by branch. And what the
-- lines of a file of payments cost, by the terms of the account that pays: shown before the file is taken, posted once when it has ended.

ALTER TABLE reversal_limits
  DROP CONSTRAINT reversal_limits_pkey,
  DROP CONSTRAINT reversal_limits_per_day,
  ADD COLUMN id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
  ADD COLUMN branch_id uuid REFERENCES branches,
  ADD COLUMN valid_from date NOT NULL DEFAULT '0001-01-01'
    CONSTRAINT reversal_limits_valid_from_calendar CHECK (valid_from BETWEEN '0001-01-01' AND '9999-12-31'),
  ADD COLUMN valid_until date CONSTRAINT reversal_limits_valid_until_calendar CHECK (valid_until BETWEEN '0001-01-01' AND '9999-12-31'),
  ADD COLUMN approval_id uuid UNIQUE REFERENCES approvals,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ADD CONSTRAINT reversal_limits_per_day CHECK (per_day >= 0 AND per_day <> 'NaN'),
  ADD CONSTRAINT reversal_limits_begin_before_end CHECK (valid_until >= valid_from),
  ADD CONSTRAINT reversal_limits_of_branch_by_two CHECK ((branch_id IS NULL) = (approval_id IS NULL));
ALTER TABLE reversal_limits ALTER COLUMN valid_from DROP DEFAULT;
COMMENT ON TABLE reversal_limits IS
  'What a person reverses of own postings alone: in force is the branch''s latest that has begun and not ended, otherwise the default';
COMMENT ON COLUMN reversal_limits.branch_id IS 'NULL: a default for every branch, which a release brings';
COMMENT ON COLUMN reversal_limits.per_day IS 'What a person reverses alone in a business day, in all';
COMMENT ON COLUMN reversal_limits.valid_until IS 'The last business date; NULL: until another one follows';
COMMENT ON COLUMN reversal_limits.approval_id IS 'By which two people agreed it';
CREATE INDEX idx_reversal_limits_in_force ON reversal_limits (role, currency, valid_from);
CREATE INDEX idx_reversal_limits_branch ON reversal_limits (branch_id);
INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, lapses, refusal_is_final) VALUES
  ('REVERSAL_LIMIT', '{ADMIN,SUPERVISOR}', '{ADMIN,SUPERVISOR}', 'show_reversal_limit', 'perform_reversal_limit', false, true);

ALTER TABLE payment_lines ADD COLUMN fee numeric(15,2) NOT NULL DEFAULT 0
  CONSTRAINT payment_lines_fee CHECK (fee >= 0 AND fee <> 'NaN');
COMMENT ON COLUMN payment_lines.fee IS
  'What the line costs when it is posted, by the terms of the account that pays when the file was taken';
ALTER TABLE payment_imports
  ADD COLUMN fees numeric(18,2) NOT NULL DEFAULT 0 CONSTRAINT payment_imports_fees CHECK (fees >= 0 AND fees <> 'NaN'),
  ADD COLUMN fee_transaction_id uuid UNIQUE REFERENCES transactions;
COMMENT ON COLUMN payment_imports.fees IS 'What all lines that are to be posted cost together';
COMMENT ON COLUMN payment_imports.fee_transaction_id IS
  'The posting of what the posted lines cost; NULL while it is under way, and of a file that costs nothing';
