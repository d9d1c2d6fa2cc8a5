-- Reversal of a posting: its reasons and who may do it alone, as data; and what the journal looks postings up by.

CREATE TABLE reversal_reasons (
  code varchar(30) PRIMARY KEY CONSTRAINT reversal_reasons_code_printable CHECK (code ~ '^[A-Z_]+$'),
  name varchar(60) NOT NULL CONSTRAINT reversal_reasons_name_filled CHECK (btrim(name) <> '')
    CONSTRAINT reversal_reasons_name_printable CHECK (name !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  needs_words boolean NOT NULL DEFAULT false,
  position smallint NOT NULL CONSTRAINT reversal_reasons_position UNIQUE
);
COMMENT ON TABLE reversal_reasons IS 'Why a posting is reversed; the order is that of the list on the screen';
COMMENT ON COLUMN reversal_reasons.needs_words IS 'Whether the reason says too little without words of the person';
INSERT INTO reversal_reasons (code, name, needs_words, position) VALUES
  ('WRONG_AMOUNT', 'Wrong amount', false, 1),
  ('WRONG_ACCOUNT', 'Wrong account', false, 2),
  ('POSTED_TWICE', 'Posted twice', false, 3),
  ('NO_CASH_MOVED', 'Posted, but no cash changed hands', false, 4),
  ('CUSTOMER_CHANGED_MIND', 'The customer changed their mind', false, 5),
  ('OTHER', 'Another reason', true, 6);

CREATE TABLE reversal_limits (
  role user_role NOT NULL,
  currency varchar(3) NOT NULL REFERENCES currencies CONSTRAINT reversal_limits_currency_printable CHECK (currency ~ '^[A-Z]{3}$'),
  per_posting numeric(15,2) NOT NULL CONSTRAINT reversal_limits_per_posting CHECK (per_posting >= 0 AND per_posting <> 'NaN'),
  per_day numeric(15,2) NOT NULL CONSTRAINT reversal_limits_per_day CHECK (per_day >= per_posting AND per_day <> 'NaN'),
  PRIMARY KEY (role, currency)
);
COMMENT ON TABLE reversal_limits IS
  'Up to which amount a person reverses an own posting alone: one at a time, and all of a business day together; no row: none';
CREATE INDEX idx_reversal_limits_currency ON reversal_limits (currency);
-- A currency without decimals has about a hundredth of the value a unit.
INSERT INTO reversal_limits (role, currency, per_posting, per_day)
  SELECT role, code, CASE minor_units WHEN 0 THEN 1000000 ELSE 10000 END, CASE minor_units WHEN 0 THEN 2000000 ELSE 20000 END
  FROM currencies, unnest('{TELLER,SUPERVISOR}'::user_role[]) AS role;

-- What may be posted at the counter may be reversed; and the fees that the system derived from it, by the system.
ALTER TABLE posting_rules
  DROP CONSTRAINT posting_rules_channel,
  ADD CONSTRAINT posting_rules_channel CHECK (channel IN ('COUNTER', 'TILL', 'VAULT', 'REVERSAL'));
COMMENT ON COLUMN posting_rules.channel IS
  'Which function may post it: COUNTER by post_journal, TILL by opening and closing a till, VAULT by carrying cash, REVERSAL by reversing';
INSERT INTO posting_rules (channel, transaction_type, debit_type, credit_type, role)
  SELECT 'REVERSAL', transaction_type, credit_type, debit_type, role FROM posting_rules WHERE channel = 'COUNTER'
  UNION SELECT 'REVERSAL', 'FEE', 'FEE_INCOME', kind::account_type, role::user_role
    FROM unnest('{SAVINGS,CURRENT,LOAN,TELLER_CASH}'::text[]) AS kind, unnest('{TELLER,SUPERVISOR}'::text[]) AS role;

INSERT INTO branch_crossings (action, allowed, reason) VALUES
  ('POSTING_REVERSE', false, 'A posting is reversed at the branch that made it, whose books it stands in');

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer) VALUES
  ('REVERSAL', '{TELLER,SUPERVISOR}', '{SUPERVISOR}', 'show_reversal', 'perform_reversal');

ALTER TABLE transactions ADD CONSTRAINT transactions_reversal_reasoned CHECK (reversal_of IS NULL OR reason_code IS NOT NULL);

-- What follows from a posting, and what a person reversed on a day.
CREATE INDEX idx_transactions_following ON transactions (cause_id) WHERE cause_type = 'POSTING';
CREATE INDEX idx_transactions_reversed_by ON transactions (created_by, business_date) WHERE reversal_of IS NOT NULL;

-- A receipt says which posting it reverses and by which it is reversed, in the shape of the contract.
ALTER TYPE posting_receipt ADD ATTRIBUTE reversal jsonb;
