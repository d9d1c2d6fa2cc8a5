-- What the ledger knows of each kind of account becomes data, and a posting has two or more legs: a fee beside a withdrawal,
-- a split and a batch need no second shape.

CREATE TABLE account_kinds (
  account_type account_type PRIMARY KEY,
  -- The side that increases the balance of such an account.
  normal_side entry_side NOT NULL,
  -- Whose it is: a customer's, a till's, or the branch's own.
  holder varchar(10) NOT NULL CONSTRAINT account_kinds_holder CHECK (holder IN ('CUSTOMER', 'TILL', 'BRANCH')),
  -- What may be drawn: the balance above the minimum plus the agreed overdraft, or what is left of the agreed limit.
  drawn_from varchar(10) NOT NULL CONSTRAINT account_kinds_drawn_from CHECK (drawn_from IN ('BALANCE', 'LIMIT')),
  may_have_limit boolean NOT NULL,
  -- The refusal of a debit that would leave less than nothing available, and of a credit that would leave a balance below zero;
  -- null where such an account may go below.
  debit_refusal varchar(50),
  credit_refusal varchar(50),
  CONSTRAINT account_kinds_by_holder UNIQUE (account_type, holder)
);
COMMENT ON TABLE account_kinds IS
  'Kinds of accounts: normal side, whose they are, what may be drawn, and which refusal keeps them from going below';

INSERT INTO account_kinds (account_type, normal_side, holder, drawn_from, may_have_limit, debit_refusal, credit_refusal) VALUES
  ('SAVINGS', 'CREDIT', 'CUSTOMER', 'BALANCE', false, 'INSUFFICIENT_FUNDS', NULL),
  ('CURRENT', 'CREDIT', 'CUSTOMER', 'BALANCE', true, 'INSUFFICIENT_FUNDS', NULL),
  ('LOAN', 'DEBIT', 'CUSTOMER', 'LIMIT', true, 'INSUFFICIENT_FUNDS', 'LOAN_OVERPAID'),
  ('TELLER_CASH', 'DEBIT', 'TILL', 'BALANCE', false, NULL, 'TILL_SHORT_OF_CASH'),
  ('VAULT', 'DEBIT', 'BRANCH', 'BALANCE', false, NULL, 'VAULT_SHORT_OF_CASH'),
  ('FEE_INCOME', 'CREDIT', 'BRANCH', 'BALANCE', false, NULL, NULL),
  ('INTEREST_EXPENSE', 'DEBIT', 'BRANCH', 'BALANCE', false, NULL, NULL),
  ('CASH_OVER', 'CREDIT', 'BRANCH', 'BALANCE', false, NULL, NULL),
  ('CASH_SHORT', 'DEBIT', 'BRANCH', 'BALANCE', false, NULL, NULL),
  ('SUSPENSE', 'CREDIT', 'BRANCH', 'BALANCE', false, NULL, NULL);

-- Whose an account is follows from its columns, and has to be what its kind says: a foreign key instead of a list of kinds.
ALTER TABLE accounts
  DROP CONSTRAINT accounts_customer_kind,
  DROP CONSTRAINT accounts_till_kind,
  DROP CONSTRAINT accounts_limit_kind,
  ADD COLUMN holder varchar(10) NOT NULL GENERATED ALWAYS AS (
    CASE WHEN customer_id IS NOT NULL THEN 'CUSTOMER' WHEN till_id IS NOT NULL THEN 'TILL' ELSE 'BRANCH' END) STORED,
  ADD CONSTRAINT accounts_one_holder CHECK (customer_id IS NULL OR till_id IS NULL),
  ADD CONSTRAINT accounts_kind_holder FOREIGN KEY (account_type, holder) REFERENCES account_kinds (account_type, holder);
CREATE INDEX idx_accounts_kind_holder ON accounts (account_type, holder);
COMMENT ON COLUMN accounts.holder IS 'Follows from customer_id and till_id; the kind of account says which it must be';

ALTER TABLE posting_rules RENAME COLUMN door TO channel;
ALTER TABLE posting_rules RENAME CONSTRAINT posting_rules_door TO posting_rules_channel;
COMMENT ON COLUMN posting_rules.channel IS
  'Which function may post it: COUNTER by post_journal, TILL by opening and closing a till, VAULT by receiving cash';

-- A leg as it is asked for: on an account, or where that is null on the bank's own account of a kind: the cash account of the
-- caller's till (TELLER_CASH), or the caller's branch's (FEE_INCOME, VAULT …).
CREATE TYPE posting_leg AS (account_id uuid, account_type account_type, side entry_side, amount numeric);
ALTER TYPE assessed_leg ADD ATTRIBUTE amount numeric;
-- A posted transaction as its receipt shows it; `legs` is an array in the shape of the contract, debits first.
CREATE TYPE posting_receipt AS (id uuid, reference text, transaction_type transaction_type, status transaction_status, description text,
  business_date date, amount numeric, currency text, posted_at timestamptz, posted_by text, branch_name text, legs jsonb);
