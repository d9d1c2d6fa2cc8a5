-- What belongs to a branch is decided in it. Customers get a home branch, what may cross a branch's boundary becomes data, and what
-- a person reads is counted where no rollback undoes it.

CREATE TABLE branch_crossings (
  action varchar(50) PRIMARY KEY,
  allowed boolean NOT NULL,
  reason varchar(200) NOT NULL CONSTRAINT branch_crossings_reason_filled CHECK (btrim(reason) <> '')
);
COMMENT ON TABLE branch_crossings IS 'What the staff of one branch may do with what belongs to another; what is not listed is not allowed';
INSERT INTO branch_crossings (action, allowed, reason) VALUES
  ('CUSTOMER_READ', true, 'A customer of the bank is served at every branch'),
  ('CUSTOMER_CHANGE', true, 'A customer may report a new address at every branch'),
  ('ACCOUNT_READ', true, 'Balance and statement are asked for at every branch'),
  ('ACCOUNT_OPEN', true, 'An account belongs to the branch that opens it'),
  ('ACCOUNT_POST', true, 'Cash is paid in and out at every branch'),
  ('POSTING_READ', true, 'A receipt is asked for at every branch'),
  ('DOCUMENT_UPLOAD', true, 'A document is taken where the customer shows it'),
  ('ACCOUNT_STATUS', false, 'Freezing and closing is for the branch that keeps the account'),
  ('CUSTOMER_STATUS', false, 'Suspending and correcting a customer is for the home branch'),
  ('DOCUMENT_READ', false, 'A document is looked at where it is decided'),
  ('DOCUMENT_DECIDE', false, 'A document is decided at the customer''s home branch'),
  ('USER_CHANGE', false, 'Staff is managed at its own branch'),
  ('TILL_CHANGE', false, 'A till belongs to its branch'),
  ('DAY_READ', false, 'The figures of a day are for the staff of the branch'),
  ('AUDIT_READ', true, 'An auditor of the bank reads every branch');

ALTER TABLE customers ADD COLUMN branch_id uuid REFERENCES branches;
-- A change of the schema is not a change of the customer: neither updated_at nor the audit log is to say that it was one.
ALTER TABLE customers DISABLE TRIGGER USER;
UPDATE customers SET branch_id = maker.branch_id FROM users maker WHERE maker.id = customers.created_by;
ALTER TABLE customers ENABLE TRIGGER USER;
ALTER TABLE customers ALTER COLUMN branch_id SET NOT NULL;
COMMENT ON COLUMN customers.branch_id IS 'Stamped: the home branch, where the customer was registered';
CREATE INDEX idx_customers_branch ON customers (branch_id);

-- A sequence per user counts the rows that were read: code/audit/note-look.sql. New users get theirs by trigger.
DO $$
DECLARE suffix text;
BEGIN
  FOR suffix IN SELECT replace(id::text, '-', '') FROM users LOOP
    EXECUTE format('CREATE SEQUENCE corex.%I', 'reads_' || suffix);
  END LOOP;
END $$;
