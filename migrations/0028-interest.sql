-- Interest as it accrues, day by day and without any rounding, and the monthly fees of accounts.
-- What accrues is kept in parts of the currency: a balance has two decimals and a rate in per cent four, and a day is a whole number of
-- 1,603,080ths of a year, the least common multiple of 360, 365 and 366. Their product is a decimal that ends, so nothing is lost
-- from day to day; only a whole minor unit is posted, and the rest stays.

CREATE TABLE interest_accruals (
  account_id uuid PRIMARY KEY REFERENCES accounts,
  through date NOT NULL CONSTRAINT interest_accruals_through_calendar CHECK (through BETWEEN '0001-01-01' AND '9999-12-31'),
  entry_count bigint NOT NULL CONSTRAINT interest_accruals_entries CHECK (entry_count >= 0),
  earned numeric NOT NULL DEFAULT 0 CONSTRAINT interest_accruals_earned_finite CHECK (earned <> 'NaN'),
  owed numeric NOT NULL DEFAULT 0 CONSTRAINT interest_accruals_owed_finite CHECK (owed <> 'NaN'),
  posted_through date CONSTRAINT interest_accruals_posted_through_calendar CHECK (posted_through BETWEEN '0001-01-01' AND '9999-12-31'),
  CONSTRAINT interest_accruals_posted_after_accrued CHECK (posted_through <= through)
) WITH (fillfactor = 50); -- each day writes every row anew
COMMENT ON TABLE interest_accruals IS 'Interest of an account that has accrued and is not posted yet: follows from entries and terms';
COMMENT ON COLUMN interest_accruals.through IS 'The last day whose interest is in it';
COMMENT ON COLUMN interest_accruals.posted_through IS 'The last day of the month whose interest was posted last';
COMMENT ON COLUMN interest_accruals.entry_count IS 'How many entries of the account are in it; a later one may have an earlier value date';
COMMENT ON COLUMN interest_accruals.earned IS 'What the bank owes the customer, in per cent times amount times 1,603,080ths of a year';

-- Entries that count from another day than the latest are few, and lie where they were written.
CREATE INDEX idx_entries_value_date ON entries USING brin (value_date) WITH (pages_per_range = 32, autosummarize = true);

CREATE TABLE monthly_fees (
  account_id uuid NOT NULL REFERENCES accounts,
  month_end date NOT NULL CONSTRAINT monthly_fees_month_end_calendar CHECK (month_end BETWEEN '0001-01-01' AND '9999-12-31'),
  amount numeric(15,2) NOT NULL CONSTRAINT monthly_fees_amount_positive CHECK (amount > 0 AND amount <> 'NaN'),
  posted_on date CONSTRAINT monthly_fees_posted_on_calendar CHECK (posted_on BETWEEN '0001-01-01' AND '9999-12-31'),
  PRIMARY KEY (account_id, month_end)
);
COMMENT ON TABLE monthly_fees IS 'Monthly fees of accounts, each once a month: posted, or due until the account has the money';
COMMENT ON COLUMN monthly_fees.posted_on IS 'The business date on which it was posted; NULL: it is due';
CREATE INDEX idx_monthly_fees_due ON monthly_fees (account_id) WHERE posted_on IS NULL;

-- What a job charges or pays: the side on which the customer's account stands. The other leg is the bank's.
CREATE TYPE charge AS (account_id uuid, side entry_side, amount numeric, key uuid);

UPDATE account_kinds SET derived = true WHERE account_type = 'INTEREST_INCOME';
