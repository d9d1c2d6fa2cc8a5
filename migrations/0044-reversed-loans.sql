-- A payout that was reversed is no loan any more: it stays on record with what reversed it, and the account may be paid out of once more.
-- A schedule therefore belongs to its payout, and not to the account.

ALTER TABLE loan_instalments DROP CONSTRAINT loan_instalments_account_id_fkey, DROP CONSTRAINT loan_instalments_pkey,
  ADD COLUMN loan_id uuid;
DROP INDEX idx_loan_instalments_due;
CREATE FUNCTION payout_of(p_account uuid) RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT transaction_id FROM loans WHERE account_id = p_account $$;
ALTER TABLE loan_instalments ALTER COLUMN loan_id TYPE uuid USING payout_of(account_id);
DROP FUNCTION payout_of(uuid);

ALTER TABLE loans DROP CONSTRAINT loans_pkey, DROP CONSTRAINT loans_transaction_id_key, ADD PRIMARY KEY (transaction_id),
  ADD COLUMN reversed_by uuid CONSTRAINT loans_reversed_once UNIQUE REFERENCES transactions;
CREATE UNIQUE INDEX loans_one_in_force ON loans (account_id) WHERE reversed_by IS NULL;
CREATE INDEX idx_loans_account ON loans (account_id);
COMMENT ON TABLE loans IS 'Loans that were paid out by a schedule; one in force for each account of kind LOAN';
COMMENT ON COLUMN loans.reversed_by IS 'The posting that reversed the payout; null while the loan is in force';

ALTER TABLE loan_instalments DROP COLUMN account_id, ADD PRIMARY KEY (loan_id, number),
  ADD CONSTRAINT loan_instalments_of_loan FOREIGN KEY (loan_id) REFERENCES loans;
