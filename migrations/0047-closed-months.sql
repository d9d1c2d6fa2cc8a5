-- Months that are closed: nothing gets a value date in one any more. They are the bank's, not a branch's, because branches post on each
-- other's accounts; a month is closed by a supervisor once every branch is past its last day, and never opened again.

CREATE TABLE closed_months (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  month date NOT NULL UNIQUE CONSTRAINT closed_months_month_calendar CHECK (month BETWEEN '0001-01-01' AND '9999-12-31'),
  closed_by uuid NOT NULL REFERENCES users,
  closed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT closed_months_first_day CHECK (extract(day FROM month) = 1)
);
COMMENT ON TABLE closed_months IS 'Months in which nothing gets a value date any more; everything before the last of them is closed too';
COMMENT ON COLUMN closed_months.month IS 'Its first day';
CREATE INDEX idx_closed_months_closed_by ON closed_months (closed_by);
