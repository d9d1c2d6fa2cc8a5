-- Payments of many lines from one account, read from a file: salaries, most of all. A file is taken once, by its hash and by its message
-- id, and posted by a job; a line is posted once, by a key that follows from the file's hash and the line.

CREATE TABLE payment_imports (
  id uuid PRIMARY KEY,
  branch_id uuid NOT NULL REFERENCES branches,
  account_id uuid NOT NULL REFERENCES accounts,
  currency varchar(3) NOT NULL REFERENCES currencies CONSTRAINT payment_imports_currency_printable CHECK (currency ~ '^[A-Z]{3}$'),
  file_name varchar(200) NOT NULL,
  file_hash bytea NOT NULL CONSTRAINT payment_imports_file_hash_length CHECK (length(file_hash) = 32),
  format varchar(20) NOT NULL CONSTRAINT payment_imports_format_printable CHECK (format IN ('CSV', 'PAIN_001_03', 'PAIN_001_09')),
  message_id varchar(35),
  description varchar(140),
  payments int NOT NULL CONSTRAINT payment_imports_payments CHECK (payments BETWEEN 1 AND 20000),
  total numeric(18,2) NOT NULL CONSTRAINT payment_imports_total CHECK (total > 0 AND total <> 'NaN'),
  left_out int NOT NULL CONSTRAINT payment_imports_left_out CHECK (left_out >= 0),
  status varchar(10) NOT NULL
    CONSTRAINT payment_imports_status_printable CHECK (status IN ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'DROPPED')),
  job_id uuid UNIQUE REFERENCES job_runs,
  requested_by uuid NOT NULL REFERENCES users,
  requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT payment_imports_job CHECK (status IN ('WAITING', 'DROPPED') OR job_id IS NOT NULL),
  CONSTRAINT payment_imports_file_name_printable CHECK (file_name !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  CONSTRAINT payment_imports_message_id_printable CHECK (message_id !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  CONSTRAINT payment_imports_description_printable CHECK (description !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]')
);
COMMENT ON TABLE payment_imports IS 'Files of payments from one account: by whom, and how far they are posted';
COMMENT ON COLUMN payment_imports.id IS 'The key of the person''s intent, and the approval where a second person decides';
COMMENT ON COLUMN payment_imports.payments IS 'How many lines are to be posted; left_out are those that were wrong and are not';
COMMENT ON COLUMN payment_imports.status IS 'WAITING for a second person; CANCELLED when some were posted, DROPPED when none were';
CREATE UNIQUE INDEX payment_imports_file_once ON payment_imports (file_hash) WHERE status <> 'DROPPED';
CREATE UNIQUE INDEX payment_imports_message_once ON payment_imports (account_id, message_id) WHERE status <> 'DROPPED';
CREATE INDEX idx_payment_imports_branch ON payment_imports (branch_id, requested_at);
CREATE INDEX idx_payment_imports_currency ON payment_imports (currency);
CREATE INDEX idx_payment_imports_requested_by ON payment_imports (requested_by);

CREATE TABLE payment_lines (
  import_id uuid NOT NULL REFERENCES payment_imports,
  line int NOT NULL CONSTRAINT payment_lines_line CHECK (line > 0),
  account_text varchar(100) NOT NULL,
  account_id uuid REFERENCES accounts,
  amount numeric(15,2) CONSTRAINT payment_lines_amount CHECK (amount > 0 AND amount <> 'NaN'),
  name varchar(140) NOT NULL,
  reference varchar(140) NOT NULL,
  transaction_id uuid UNIQUE REFERENCES transactions,
  refusal varchar(50) CONSTRAINT payment_lines_refusal_printable CHECK (refusal ~ '^[A-Z0-9_]+$'),
  facts jsonb,
  PRIMARY KEY (import_id, line),
  CONSTRAINT payment_lines_outcome CHECK (transaction_id IS NULL OR refusal IS NULL),
  CONSTRAINT payment_lines_to_post CHECK (refusal IS NOT NULL OR account_id IS NOT NULL AND amount IS NOT NULL),
  CONSTRAINT payment_lines_account_text_printable CHECK (account_text !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  CONSTRAINT payment_lines_name_printable CHECK (name !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  CONSTRAINT payment_lines_reference_printable CHECK (reference !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]')
);
COMMENT ON TABLE payment_lines IS 'The lines of a file of payments: to be posted, posted, or why not';
COMMENT ON COLUMN payment_lines.line IS 'Where it stands: the line of a CSV file, the number of the payment in pain.001';
CREATE INDEX idx_payment_lines_account ON payment_lines (account_id);
CREATE INDEX idx_payment_lines_waiting ON payment_lines (import_id, line) WHERE transaction_id IS NULL AND refusal IS NULL;

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, ender, lapses, refusal_is_final) VALUES
  ('PAYMENTS', '{TELLER,SUPERVISOR}', '{SUPERVISOR}', 'show_payments', 'perform_payments', 'end_payments', true, true);
