-- At which branch somebody works, and until when where that is for a time: two people of the two branches decide it. Whoever handles cash
-- signs in at the workstations of that branch alone.

ALTER TABLE users
  ADD COLUMN home_branch_id uuid REFERENCES branches,
  ADD COLUMN assigned_until timestamptz,
  ADD COLUMN assigned_by uuid REFERENCES approvals,
  ADD CONSTRAINT users_assigned_whole CHECK ((home_branch_id IS NULL) = (assigned_until IS NULL)
    AND (home_branch_id IS NULL) = (assigned_by IS NULL)),
  ADD CONSTRAINT users_assigned_elsewhere CHECK (home_branch_id <> branch_id);
COMMENT ON COLUMN users.home_branch_id IS 'Where somebody goes back to who works at branch_id for a time; NULL: that is their own';
COMMENT ON COLUMN users.assigned_until IS 'From when on they belong to the home branch again';
COMMENT ON COLUMN users.assigned_by IS 'The approval of it';
CREATE INDEX idx_users_home_branch ON users (home_branch_id);
CREATE INDEX idx_users_assigned_by ON users (assigned_by);

ALTER TABLE sign_in_attempts ADD COLUMN other_branch boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN sign_in_attempts.other_branch IS 'The password was right, and the workstation is another branch''s';

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, lapses, gives_power) VALUES
  ('USER_BRANCH', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_user_branch', 'perform_user_branch', false, true);
