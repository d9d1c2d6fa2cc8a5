-- A bank of several branches: how papers and lists call each, that one has closed, and that two people make, change and close one. The
-- column of codes stays open to an older application's wizard until the code numbers each branch by itself (0361).

ALTER TABLE branches
  ADD COLUMN code varchar(10) CONSTRAINT branches_code_printable CHECK (code ~ '^[A-Z0-9]+$'),
  ADD COLUMN address varchar(200) CONSTRAINT branches_address_printable CHECK (address !~ '[\u0001-\u001F\u007F-\u009F]'),
  ADD COLUMN closed_at timestamptz;
COMMENT ON COLUMN branches.code IS 'What the bank calls it in lists; a branch that comes without one is numbered';
COMMENT ON COLUMN branches.address IS 'As papers print it beneath the name; NULL: nothing';
COMMENT ON COLUMN branches.closed_at IS 'When it was closed for good, with nothing left in it; NULL: it works';
CREATE UNIQUE INDEX branches_code_once ON branches (code);

-- A new branch gets the limits that were agreed at the branch whose people make it, so that one approval agrees several.
ALTER TABLE posting_limits DROP CONSTRAINT posting_limits_approval_id_key;
CREATE UNIQUE INDEX posting_limits_of_approval ON posting_limits (approval_id, role, transaction_type, currency, valid_from);
ALTER TABLE reversal_limits DROP CONSTRAINT reversal_limits_approval_id_key;
CREATE UNIQUE INDEX reversal_limits_of_approval ON reversal_limits (approval_id, role, currency, valid_from);

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, gives_power) VALUES
  ('BRANCH_CREATE', '{ADMIN}', '{ADMIN}', 'show_branch_create', 'perform_branch_create', true),
  ('BRANCH_CHANGE', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_branch_change', 'perform_branch_change', true),
  ('BRANCH_CLOSE', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_branch_close', 'perform_branch_close', true);
