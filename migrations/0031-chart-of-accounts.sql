-- The chart of accounts as data: general ledger codes in a tree, and which of the bank's accounts each of them sums up. Accounts of
-- customers and the branch's own are not listed one by one: an account set says by kind, and where that matters by currency, which code
-- they belong to.

CREATE TABLE gl_accounts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  code varchar(20) NOT NULL CONSTRAINT gl_accounts_code UNIQUE CONSTRAINT gl_accounts_code_shape CHECK (code ~ '^[0-9A-Z][0-9A-Z.-]*$')
    CONSTRAINT gl_accounts_code_printable CHECK (code !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  name varchar(100) NOT NULL CONSTRAINT gl_accounts_name_filled CHECK (btrim(name) <> '')
    CONSTRAINT gl_accounts_name_printable CHECK (name !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  parent_id uuid REFERENCES gl_accounts CONSTRAINT gl_accounts_not_its_own_parent CHECK (parent_id <> id),
  class varchar(10) NOT NULL CONSTRAINT gl_accounts_class CHECK (class IN ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'))
    CONSTRAINT gl_accounts_class_printable CHECK (class !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  -- The side on which its balance is expected: a contra account has the other side than its class.
  normal_side entry_side NOT NULL
);
COMMENT ON TABLE gl_accounts IS 'Chart of accounts: codes of the general ledger, each beneath its parent';
CREATE INDEX idx_gl_accounts_parent ON gl_accounts (parent_id);

CREATE TABLE gl_sets (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  gl_account_id uuid NOT NULL REFERENCES gl_accounts,
  account_type account_type NOT NULL REFERENCES account_kinds,
  -- Null stands for every currency that has no set of its own.
  currency varchar(3) REFERENCES currencies
    CONSTRAINT gl_sets_currency_printable CHECK (currency !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  CONSTRAINT gl_sets_one_code UNIQUE NULLS NOT DISTINCT (account_type, currency)
);
COMMENT ON TABLE gl_sets IS 'Account sets: which accounts of the bank, by kind and currency, a code of the chart sums up';
CREATE INDEX idx_gl_sets_account ON gl_sets (gl_account_id);
CREATE INDEX idx_gl_sets_currency ON gl_sets (currency);

INSERT INTO gl_accounts (code, name, class, normal_side) VALUES
  ('1000', 'Assets', 'ASSET', 'DEBIT'),
  ('2000', 'Liabilities', 'LIABILITY', 'CREDIT'),
  ('3000', 'Equity', 'EQUITY', 'CREDIT'),
  ('4000', 'Income', 'INCOME', 'CREDIT'),
  ('5000', 'Expenses', 'EXPENSE', 'DEBIT');
INSERT INTO gl_accounts (code, name, parent_id, class, normal_side)
SELECT child.code, child.name, above.id, above.class, above.normal_side
FROM (VALUES
  ('1100', 'Cash', '1000'), ('1200', 'Loans to customers', '1000'), ('1900', 'Other assets', '1000'),
  ('2100', 'Deposits of customers', '2000'), ('2800', 'Suspense', '2000'), ('2900', 'Other liabilities', '2000'),
  ('4100', 'Fees', '4000'), ('4200', 'Interest received', '4000'), ('4900', 'Cash surpluses', '4000'),
  ('5100', 'Interest paid', '5000'), ('5900', 'Cash shortages', '5000')) AS child (code, name, parent)
  JOIN gl_accounts above ON above.code = child.parent;
INSERT INTO gl_accounts (code, name, parent_id, class, normal_side)
SELECT child.code, child.name, above.id, above.class, above.normal_side
FROM (VALUES
  ('1110', 'Vault', '1100'), ('1120', 'Tills', '1100'),
  ('2110', 'Savings accounts', '2100'), ('2120', 'Current accounts', '2100')) AS child (code, name, parent)
  JOIN gl_accounts above ON above.code = child.parent;

-- Every kind of account there is gets its set; one that is not named here stands under the other assets or liabilities.
INSERT INTO gl_sets (gl_account_id, account_type)
SELECT gl.id, kind.account_type
FROM account_kinds kind
  LEFT JOIN (VALUES ('VAULT', '1110'), ('TELLER_CASH', '1120'), ('LOAN', '1200'), ('SAVINGS', '2110'), ('CURRENT', '2120'),
    ('SUSPENSE', '2800'), ('FEE_INCOME', '4100'), ('INTEREST_INCOME', '4200'),
    ('CASH_OVER', '4900'), ('INTEREST_EXPENSE', '5100'), ('CASH_SHORT', '5900'))
    AS named (kind, code) ON named.kind = kind.account_type::text
  JOIN gl_accounts gl ON gl.code = coalesce(named.code, CASE kind.normal_side WHEN 'DEBIT' THEN '1900' ELSE '2900' END);
