-- Accounts, balances, transactions and entries. Nobody but the posting functions writes a balance, a transaction or an
-- entry; a posted one is never changed. "From" is the debited account of a transaction, "to" the credited one.

CREATE SEQUENCE account_numbers MINVALUE 401700000;
CREATE SEQUENCE transaction_numbers;

CREATE TABLE tills (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  branch_id uuid NOT NULL REFERENCES branches,
  name varchar(50) NOT NULL CONSTRAINT tills_name_filled CHECK (btrim(name) <> ''),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT tills_name_per_branch UNIQUE (branch_id, name)
);
COMMENT ON TABLE tills IS 'Cash drawers of a branch. Each has its own cash account: one shared cash row would halve throughput';

CREATE TABLE accounts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_number varchar(20) NOT NULL CONSTRAINT idx_accounts_number UNIQUE,
  customer_id uuid REFERENCES customers,
  account_type account_type NOT NULL,
  currency varchar(3) NOT NULL REFERENCES currencies,
  status account_status NOT NULL DEFAULT 'ACTIVE',
  status_reason varchar(500),
  minimum_balance numeric(15,2) NOT NULL DEFAULT 0 CONSTRAINT accounts_minimum_not_negative CHECK (minimum_balance >= 0 AND minimum_balance <> 'NaN'),
  -- Agreed overdraft of a CURRENT account, agreed principal of a LOAN.
  agreed_limit numeric(15,2) NOT NULL DEFAULT 0 CONSTRAINT accounts_limit_not_negative CHECK (agreed_limit >= 0 AND agreed_limit <> 'NaN'),
  branch_id uuid NOT NULL REFERENCES branches,
  till_id uuid REFERENCES tills,
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT accounts_customer_kind CHECK ((account_type IN ('SAVINGS', 'CURRENT', 'LOAN')) = (customer_id IS NOT NULL)),
  CONSTRAINT accounts_till_kind CHECK ((account_type = 'TELLER_CASH') = (till_id IS NOT NULL)),
  CONSTRAINT accounts_limit_kind CHECK (agreed_limit = 0 OR account_type IN ('CURRENT', 'LOAN'))
);
COMMENT ON TABLE accounts IS 'Accounts of customers, and the bank''s own side of double entry (customer_id null)';
COMMENT ON COLUMN accounts.account_number IS 'Stamped: nine digits and a check digit';
COMMENT ON COLUMN accounts.branch_id IS 'Stamped with the branch of the signed-in maker';
CREATE INDEX idx_accounts_customer ON accounts (customer_id);
CREATE INDEX idx_accounts_currency ON accounts (currency);
CREATE INDEX idx_accounts_branch ON accounts (branch_id, account_type);
CREATE INDEX idx_accounts_created_by ON accounts (created_by);
CREATE UNIQUE INDEX accounts_one_cash_account_per_till ON accounts (till_id, currency) WHERE till_id IS NOT NULL;
CREATE UNIQUE INDEX accounts_one_internal_per_branch ON accounts (branch_id, account_type, currency)
  WHERE customer_id IS NULL AND till_id IS NULL;

CREATE TABLE balances (
  account_id uuid PRIMARY KEY REFERENCES accounts,
  ledger_balance numeric(15,2) NOT NULL DEFAULT 0 CONSTRAINT balances_ledger_finite CHECK (ledger_balance <> 'NaN'),
  available_balance numeric(15,2) NOT NULL DEFAULT 0 CONSTRAINT balances_available_finite CHECK (available_balance <> 'NaN'),
  entry_count bigint NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 50); -- room for the next version of a hot row on its own page
COMMENT ON TABLE balances IS 'One row per account, kept by posting: ledger balance in the account''s normal direction, and what may be drawn';

CREATE TABLE transactions (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  transaction_id varchar(50) NOT NULL CONSTRAINT idx_transactions_id UNIQUE,
  idempotency_key uuid NOT NULL,
  payload_hash bytea NOT NULL,
  from_account_id uuid REFERENCES accounts,
  to_account_id uuid REFERENCES accounts,
  amount numeric(15,2) NOT NULL CONSTRAINT transactions_amount_positive CHECK (amount > 0 AND amount <> 'NaN'),
  currency varchar(3) NOT NULL REFERENCES currencies,
  transaction_type transaction_type NOT NULL,
  description text CONSTRAINT transactions_description_length CHECK (length(description) <= 200),
  status transaction_status NOT NULL,
  business_date date NOT NULL,
  branch_id uuid NOT NULL REFERENCES branches,
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  processed_at timestamptz,
  CONSTRAINT transactions_two_sides CHECK (from_account_id <> to_account_id),
  -- A key belongs to whoever made it, or it would hand out a stranger's result.
  CONSTRAINT transactions_key_per_user UNIQUE (created_by, idempotency_key)
);
COMMENT ON TABLE transactions IS 'What was posted: one row per movement of money, with its human reference';
CREATE INDEX idx_transactions_from ON transactions (from_account_id);
CREATE INDEX idx_transactions_to ON transactions (to_account_id);
CREATE INDEX idx_transactions_branch ON transactions (branch_id, business_date);
CREATE INDEX idx_transactions_currency ON transactions (currency);

CREATE TABLE entries (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  transaction_id uuid NOT NULL REFERENCES transactions,
  account_id uuid NOT NULL REFERENCES accounts,
  entry_type entry_side NOT NULL,
  amount numeric(15,2) NOT NULL CONSTRAINT entries_amount_positive CHECK (amount > 0 AND amount <> 'NaN'),
  -- The account's own numbering, without gaps, and its balance after: a statement needs no sum, a missing row shows.
  sequence bigint NOT NULL,
  balance_after numeric(15,2) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT entries_sequence_per_account UNIQUE (account_id, sequence)
);
COMMENT ON TABLE entries IS 'Debits and credits. Append-only; every transaction''s entries balance';
CREATE INDEX idx_entries_transaction ON entries (transaction_id);

CREATE TABLE posting_rules (
  transaction_type transaction_type NOT NULL,
  debit_type account_type NOT NULL,
  credit_type account_type NOT NULL,
  role user_role NOT NULL,
  -- Which function may post it: COUNTER by post_journal, TILL by opening and closing a till, VAULT by receiving cash.
  door varchar(10) NOT NULL CONSTRAINT posting_rules_door CHECK (door IN ('COUNTER', 'TILL', 'VAULT')),
  PRIMARY KEY (transaction_type, debit_type, credit_type, role, door)
);
COMMENT ON TABLE posting_rules IS 'What may be posted by whom, as data';
INSERT INTO posting_rules (door, transaction_type, debit_type, credit_type, role)
SELECT door, t::transaction_type, d::account_type, c::account_type, r::user_role
FROM (VALUES
  ('COUNTER', 'DEPOSIT', '{TELLER_CASH}', '{SAVINGS,CURRENT,LOAN}', '{TELLER,SUPERVISOR}'),
  ('COUNTER', 'WITHDRAWAL', '{SAVINGS,CURRENT}', '{TELLER_CASH}', '{TELLER,SUPERVISOR}'),
  ('COUNTER', 'TRANSFER', '{SAVINGS,CURRENT}', '{SAVINGS,CURRENT,LOAN}', '{TELLER,SUPERVISOR}'),
  ('COUNTER', 'TRANSFER', '{LOAN}', '{SAVINGS,CURRENT}', '{SUPERVISOR}'), -- paying out a loan
  ('TILL', 'TRANSFER', '{TELLER_CASH}', '{VAULT,CASH_OVER}', '{TELLER,SUPERVISOR}'),
  ('TILL', 'TRANSFER', '{VAULT,CASH_SHORT}', '{TELLER_CASH}', '{TELLER,SUPERVISOR}'),
  ('VAULT', 'TRANSFER', '{VAULT}', '{SUSPENSE}', '{SUPERVISOR}')) AS rule (door, t, debits, credits, roles),
  unnest(debits::text[]) AS d, unnest(credits::text[]) AS c, unnest(roles::text[]) AS r;
