-- The business days of a branch, and who holds which till.

CREATE TABLE business_days (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  branch_id uuid NOT NULL REFERENCES branches,
  business_date date NOT NULL,
  opened_by uuid NOT NULL REFERENCES users,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_by uuid REFERENCES users,
  closed_at timestamptz,
  CONSTRAINT business_days_one_per_date UNIQUE (branch_id, business_date),
  -- The next day has to be later, so a day at the end of time would be the branch's last.
  CONSTRAINT business_days_date_near CHECK (business_date <= (opened_at AT TIME ZONE 'UTC')::date + 366)
);
COMMENT ON TABLE business_days IS 'The business date is not the clock: it belongs to the branch''s day, which is opened and closed';
CREATE UNIQUE INDEX business_days_one_open ON business_days (branch_id) WHERE closed_at IS NULL;
CREATE INDEX idx_business_days_opened_by ON business_days (opened_by);
CREATE INDEX idx_business_days_closed_by ON business_days (closed_by);

CREATE TABLE till_sessions (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  till_id uuid NOT NULL REFERENCES tills,
  user_id uuid NOT NULL REFERENCES users,
  business_day_id uuid NOT NULL REFERENCES business_days,
  open_key uuid NOT NULL,
  opening_float numeric(15,2) NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  close_key uuid,
  expected numeric(15,2),
  counted numeric(15,2),
  -- The holder, or a supervisor where the holder cannot: the day must not wait for somebody who does not come back.
  closed_by uuid REFERENCES users,
  closed_at timestamptz,
  CONSTRAINT till_sessions_open_key UNIQUE (user_id, open_key),
  CONSTRAINT till_sessions_close_key UNIQUE (closed_by, close_key),
  CONSTRAINT till_sessions_closed_whole CHECK ((closed_at IS NULL) = (counted IS NULL) AND (closed_at IS NULL) = (expected IS NULL)
    AND (closed_at IS NULL) = (closed_by IS NULL))
);
COMMENT ON TABLE till_sessions IS 'Who held which till from when to when, with its float, its count and what was expected';
CREATE UNIQUE INDEX till_sessions_one_holder ON till_sessions (till_id) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX till_sessions_one_till ON till_sessions (user_id) WHERE closed_at IS NULL;
CREATE INDEX idx_till_sessions_till ON till_sessions (till_id);
CREATE INDEX idx_till_sessions_day ON till_sessions (business_day_id);
