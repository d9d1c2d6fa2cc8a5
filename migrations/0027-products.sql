-- Products as data: what an account of a kind and currency earns, costs and requires, each from a date on. What was agreed once never
-- changes: new terms are a new row with a later date, and need two people.
-- The bank gets an account for the interest that it receives. A value that is added to an enumeration cannot be used before the
-- transaction ends, and an upgrade is one transaction: the enumeration is made anew. Functions over it come back with the code.

ALTER TYPE account_type RENAME TO former_account_type;
CREATE TYPE account_type AS ENUM (
  'SAVINGS', 'CURRENT', 'LOAN',
  'TELLER_CASH', 'VAULT', 'FEE_INCOME', 'INTEREST_INCOME', 'INTEREST_EXPENSE', 'CASH_OVER', 'CASH_SHORT', 'SUSPENSE');
DROP TRIGGER IF EXISTS b_limit ON accounts;
ALTER TABLE accounts DROP CONSTRAINT accounts_kind_holder;
ALTER TABLE account_kinds ALTER COLUMN account_type TYPE account_type USING account_type::text::account_type;
ALTER TABLE accounts ALTER COLUMN account_type TYPE account_type USING account_type::text::account_type;
ALTER TABLE posting_rules
  ALTER COLUMN debit_type TYPE account_type USING debit_type::text::account_type,
  ALTER COLUMN credit_type TYPE account_type USING credit_type::text::account_type;
ALTER TYPE posting_leg ALTER ATTRIBUTE account_type TYPE account_type;
ALTER TABLE accounts ADD CONSTRAINT accounts_kind_holder
  FOREIGN KEY (account_type, holder) REFERENCES account_kinds (account_type, holder);
DROP TYPE former_account_type CASCADE;

INSERT INTO account_kinds (account_type, normal_side, holder, drawn_from, may_have_limit, debit_refusal, credit_refusal) VALUES
  ('INTEREST_INCOME', 'CREDIT', 'BRANCH', 'BALANCE', false, NULL, NULL);

CREATE TABLE products (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name varchar(100) NOT NULL CONSTRAINT products_name_printable CHECK (name !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]')
    CONSTRAINT products_name_filled CHECK (btrim(name) <> ''),
  account_type account_type NOT NULL REFERENCES account_kinds,
  currency varchar(3) NOT NULL REFERENCES currencies CONSTRAINT products_currency_printable CHECK (currency ~ '^[A-Z]{3}$'),
  is_standard boolean NOT NULL DEFAULT false,
  charges_postings boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT products_name_once UNIQUE (name),
  CONSTRAINT products_of_accounts UNIQUE (id, account_type, currency)
);
COMMENT ON TABLE products IS 'What kinds of accounts the bank offers: a name for terms that many accounts share';
COMMENT ON COLUMN products.is_standard IS 'An account that is opened without naming a product gets this one of its kind and currency';
COMMENT ON COLUMN products.charges_postings IS 'Whether any of its terms ever had a fee on postings; where not, a posting looks no further';
CREATE UNIQUE INDEX products_one_standard ON products (account_type, currency) WHERE is_standard;
CREATE INDEX idx_products_currency ON products (currency);
CREATE INDEX idx_products_account_type ON products (account_type);

-- Rates and percentages are per cent with up to four decimals, amounts decimals of the currency, both as text: a number in JSON would
-- pass through floating point in most programs.
CREATE TABLE product_terms (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  product_id uuid NOT NULL REFERENCES products,
  valid_from date NOT NULL CONSTRAINT product_terms_valid_from_calendar CHECK (valid_from BETWEEN '0001-01-01' AND '9999-12-31'),
  day_count varchar(20) NOT NULL CONSTRAINT product_terms_day_count_printable
    CHECK (day_count IN ('ACT_365F', 'ACT_360', 'ACT_ACT_ISDA', 'THIRTY_360_ISDA', 'THIRTY_E_360')),
  minimum_balance numeric(15,2) NOT NULL DEFAULT 0
    CONSTRAINT product_terms_minimum_not_negative CHECK (minimum_balance >= 0 AND minimum_balance <> 'NaN'),
  rates jsonb NOT NULL DEFAULT '[]' CONSTRAINT product_terms_rates_list CHECK (jsonb_typeof(rates) = 'array'),
  overdraft_rate numeric(7,4) NOT NULL DEFAULT 0
    CONSTRAINT product_terms_overdraft_rate CHECK (overdraft_rate BETWEEN 0 AND 100),
  monthly_fee numeric(15,2) NOT NULL DEFAULT 0
    CONSTRAINT product_terms_monthly_fee_not_negative CHECK (monthly_fee >= 0 AND monthly_fee <> 'NaN'),
  fees jsonb NOT NULL DEFAULT '[]' CONSTRAINT product_terms_fees_list CHECK (jsonb_typeof(fees) = 'array'),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT product_terms_one_a_day UNIQUE (product_id, valid_from)
);
COMMENT ON TABLE product_terms IS 'Interest, fees and minimum balance of a product from a day on; the latest that has begun is in force';
COMMENT ON COLUMN product_terms.rates IS
  'Bands of credit interest, or of a LOAN that is paid: [{"above": amount, "rate": per cent a year}], each for what lies above its amount';
COMMENT ON COLUMN product_terms.overdraft_rate IS 'Per cent a year on what is overdrawn';
COMMENT ON COLUMN product_terms.fees IS
  'Fees on postings: [{"type", "minimum", "maximum", "steps": [{"above": amount, "flat": amount, "percent"}]}]';

-- Accounts of earlier releases earn and cost nothing: each kind and currency gets its standard product with these terms.
WITH standard AS (
  INSERT INTO products (name, account_type, currency, is_standard)
    SELECT initcap(account_type::text) || ' ' || currency, account_type, currency, true
    FROM (SELECT DISTINCT account_type, currency FROM accounts WHERE customer_id IS NOT NULL) AS held
    RETURNING id)
INSERT INTO product_terms (product_id, valid_from, day_count) SELECT id, '0001-01-01', 'ACT_365F' FROM standard;

ALTER TABLE accounts ADD COLUMN product_id uuid;
ALTER TABLE accounts DISABLE TRIGGER USER;
UPDATE accounts a SET product_id = p.id FROM products p
  WHERE a.customer_id IS NOT NULL AND p.account_type = a.account_type AND p.currency = a.currency;
ALTER TABLE accounts ENABLE TRIGGER USER;
ALTER TABLE accounts
  ADD CONSTRAINT accounts_product FOREIGN KEY (product_id, account_type, currency) REFERENCES products (id, account_type, currency),
  ADD CONSTRAINT accounts_product_of_customers CHECK (customer_id IS NULL OR product_id IS NOT NULL);
COMMENT ON COLUMN accounts.product_id IS 'Of a customer''s account: the product whose terms it follows, of its own kind and currency';
CREATE INDEX idx_accounts_product ON accounts (product_id, account_type, currency);
