-- What each closed business day comes to, by kind of account, so that a trial balance and a general ledger read a few rows a day and not
-- every entry there is. A closed day gets no entry any more, so its totals never change: it is sealed. The days that are not sealed
-- yet are added up from their entries.

CREATE TABLE day_seals (
  day_id uuid PRIMARY KEY REFERENCES business_days,
  transactions int NOT NULL,
  entries int NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When its entries were last compared with its transactions and with the balances; null until then.
  checked_at timestamptz
);
COMMENT ON TABLE day_seals IS 'Closed business days whose totals are kept in day_totals, and when they were checked';

CREATE TABLE day_totals (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  day_id uuid NOT NULL REFERENCES day_seals ON DELETE CASCADE,
  -- The branch that keeps the accounts, which may be another than the one whose day it is.
  branch_id uuid NOT NULL REFERENCES branches,
  account_type account_type NOT NULL,
  product_id uuid REFERENCES products,
  currency varchar(3) NOT NULL CONSTRAINT day_totals_currency_printable CHECK (currency ~ '^[A-Z]{3}$'),
  value_date date NOT NULL CONSTRAINT day_totals_value_date_calendar CHECK (value_date BETWEEN '0001-01-01' AND '9999-12-31'),
  debits numeric(20,2) NOT NULL,
  credits numeric(20,2) NOT NULL,
  entries int NOT NULL,
  CONSTRAINT day_totals_once UNIQUE NULLS NOT DISTINCT (day_id, branch_id, account_type, product_id, currency, value_date)
);
COMMENT ON TABLE day_totals IS 'Debits and credits of a sealed business day, by branch, kind of account, product, currency and value date';
CREATE INDEX idx_day_totals_branch ON day_totals (branch_id);
CREATE INDEX idx_day_totals_product ON day_totals (product_id);

INSERT INTO day_seals (day_id, transactions, entries)
SELECT d.id, count(DISTINCT t.id), count(e.id)
FROM business_days d
  LEFT JOIN transactions t ON t.branch_id = d.branch_id AND t.business_date = d.business_date
  LEFT JOIN entries e ON e.transaction_id = t.id
WHERE d.closed_at IS NOT NULL AND d.withdrawn_at IS NULL GROUP BY d.id;
INSERT INTO day_totals (day_id, branch_id, account_type, product_id, currency, value_date, debits, credits, entries)
SELECT d.id, a.branch_id, a.account_type, a.product_id, a.currency, e.value_date,
  coalesce(sum(e.amount) FILTER (WHERE e.entry_type = 'DEBIT'), 0),
  coalesce(sum(e.amount) FILTER (WHERE e.entry_type = 'CREDIT'), 0), count(*)
FROM day_seals s JOIN business_days d ON d.id = s.day_id
  JOIN transactions t ON t.branch_id = d.branch_id AND t.business_date = d.business_date
  JOIN entries e ON e.transaction_id = t.id JOIN accounts a ON a.id = e.account_id
GROUP BY d.id, a.branch_id, a.account_type, a.product_id, a.currency, e.value_date;

-- An account set may also be one product's.
ALTER TABLE gl_sets
  ADD COLUMN product_id uuid REFERENCES products,
  ADD CONSTRAINT gl_sets_product_or_currency CHECK (product_id IS NULL OR currency IS NULL),
  DROP CONSTRAINT gl_sets_one_code,
  ADD CONSTRAINT gl_sets_one_code UNIQUE NULLS NOT DISTINCT (account_type, currency, product_id);
COMMENT ON COLUMN gl_sets.product_id IS 'Only accounts of this product; it goes before a set by currency, and that before one for all';
CREATE INDEX idx_gl_sets_product ON gl_sets (product_id);
