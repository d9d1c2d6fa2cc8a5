-- What became of intents that a workstation wrote on its disk before it sent them, and whose answer it never got: see code/intents.

CREATE TABLE settled_intents (
  id uuid PRIMARY KEY,
  branch_id uuid NOT NULL REFERENCES branches,
  maker uuid NOT NULL REFERENCES users,
  outcome varchar(10) NOT NULL
    CONSTRAINT settled_intents_outcome_printable CHECK (outcome IN ('POSTED', 'WAITS', 'NOT_POSTED')),
  asked_by uuid NOT NULL REFERENCES users,
  settled_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE settled_intents IS 'Keys whose outcome a workstation asked for after it had lost it; what was not posted never will be';
COMMENT ON COLUMN settled_intents.id IS 'The idempotency key of the intent';
COMMENT ON COLUMN settled_intents.maker IS 'Whose intent it is';
COMMENT ON COLUMN settled_intents.outcome IS 'As it was when it was asked for first; WAITS: for a second person';
COMMENT ON COLUMN settled_intents.asked_by IS 'Who was signed in at the workstation when it was asked for';
CREATE INDEX idx_settled_intents_branch ON settled_intents (branch_id);
CREATE INDEX idx_settled_intents_maker ON settled_intents (maker);
CREATE INDEX idx_settled_intents_asked_by ON settled_intents (asked_by);
