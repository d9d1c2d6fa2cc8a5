-- Which days a branch works, and how a business day that was opened by mistake is taken back.

-- ISO days of the week, 1 for Monday. Holidays are not kept: on a holiday the branch opens no day.
ALTER TABLE branches
  ADD COLUMN weekend smallint[] NOT NULL DEFAULT '{6,7}',
  ADD CONSTRAINT branches_weekend_days CHECK (weekend <@ '{1,2,3,4,5,6,7}' AND NOT weekend @> '{1,2,3,4,5,6,7}');
COMMENT ON COLUMN branches.weekend IS 'Days of the week without work, 1 for Monday: a business day is opened at most one working day ahead';

-- A withdrawn day keeps its row. Its date is free again, and no later opening has to be after it.
ALTER TABLE business_days
  ADD COLUMN withdrawn_at timestamptz,
  ADD CONSTRAINT business_days_withdrawn_is_closed CHECK (withdrawn_at IS NULL OR closed_at IS NOT NULL),
  ADD COLUMN status varchar(10) NOT NULL GENERATED ALWAYS AS (
    CASE WHEN withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN closed_at IS NOT NULL THEN 'CLOSED' ELSE 'OPEN' END) STORED,
  DROP CONSTRAINT business_days_one_per_date;
CREATE UNIQUE INDEX business_days_one_per_date ON business_days (branch_id, business_date) WHERE withdrawn_at IS NULL;
COMMENT ON COLUMN business_days.status IS 'Follows from closed_at and withdrawn_at; a change of it names the audit row';

CREATE TABLE day_withdrawals (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  business_day_id uuid NOT NULL REFERENCES business_days,
  reason varchar(200) NOT NULL CONSTRAINT day_withdrawals_reason CHECK (btrim(reason) <> ''),
  proposed_by uuid NOT NULL REFERENCES users,
  proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  status varchar(10) NOT NULL DEFAULT 'PROPOSED'
    CONSTRAINT day_withdrawals_status CHECK (status IN ('PROPOSED', 'CONFIRMED', 'DROPPED')),
  decided_by uuid REFERENCES users CONSTRAINT day_withdrawals_four_eyes CHECK (status <> 'CONFIRMED' OR decided_by <> proposed_by),
  decided_at timestamptz,
  CONSTRAINT day_withdrawals_decided_whole
    CHECK ((status = 'PROPOSED') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL))
);
COMMENT ON TABLE day_withdrawals IS 'Who proposed to take a business day back, why, and who else confirmed it or dropped it';
CREATE UNIQUE INDEX day_withdrawals_one_at_a_time ON day_withdrawals (business_day_id) WHERE status <> 'DROPPED';
CREATE INDEX idx_day_withdrawals_day ON day_withdrawals (business_day_id);
CREATE INDEX idx_day_withdrawals_proposed_by ON day_withdrawals (proposed_by);
CREATE INDEX idx_day_withdrawals_decided_by ON day_withdrawals (decided_by);
