-- Loans: what was paid out, and the schedule by which it comes back. What has been paid, and how much of it was interest, follows from the
-- entries of the account.

CREATE TABLE loans (
  account_id uuid PRIMARY KEY REFERENCES accounts,
  transaction_id uuid NOT NULL UNIQUE REFERENCES transactions,
  principal numeric(15,2) NOT NULL CONSTRAINT loans_principal_positive CHECK (principal > 0 AND principal <> 'NaN'),
  method varchar(20) NOT NULL CONSTRAINT loans_method_printable CHECK (method IN ('ANNUITY', 'EQUAL_PRINCIPAL')),
  paid_out_on date NOT NULL CONSTRAINT loans_paid_out_on_calendar CHECK (paid_out_on BETWEEN '0001-01-01' AND '9999-12-31'),
  created_by uuid NOT NULL REFERENCES users
);
COMMENT ON TABLE loans IS 'Loans that were paid out by a schedule; one payout for each account of kind LOAN';
CREATE INDEX idx_loans_created_by ON loans (created_by);

CREATE TABLE loan_instalments (
  account_id uuid NOT NULL REFERENCES loans,
  number smallint NOT NULL CONSTRAINT loan_instalments_number CHECK (number BETWEEN 1 AND 480),
  due_on date NOT NULL CONSTRAINT loan_instalments_due_on_calendar CHECK (due_on BETWEEN '0001-01-01' AND '9999-12-31'),
  principal numeric(15,2) NOT NULL CONSTRAINT loan_instalments_principal CHECK (principal >= 0 AND principal <> 'NaN'),
  interest numeric(15,2) NOT NULL CONSTRAINT loan_instalments_interest CHECK (interest >= 0 AND interest <> 'NaN'),
  PRIMARY KEY (account_id, number)
);
COMMENT ON TABLE loan_instalments IS 'The schedule of a loan as it was agreed: what is due on which day, of principal and of interest';
CREATE INDEX idx_loan_instalments_due ON loan_instalments (due_on, account_id);
