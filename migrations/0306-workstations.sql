-- Workstations that were enrolled by a code: which computer has which login, what became of each code, and who tried one.

CREATE TABLE workstations (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  login varchar(63) NOT NULL UNIQUE CONSTRAINT workstations_login_printable CHECK (login ~ '^ws_[a-z0-9_]+$'),
  computer varchar(100) NOT NULL CONSTRAINT workstations_computer_printable CHECK (computer !~ '[\u0001-\u001F\u007F-\u009F]'),
  branch_id uuid NOT NULL REFERENCES branches,
  status varchar(20) NOT NULL DEFAULT 'ACTIVE' CONSTRAINT workstations_status_printable CHECK (status IN ('ACTIVE', 'REVOKED', 'REPLACED')),
  enrolled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  rotated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  ended_by uuid REFERENCES users,
  CONSTRAINT workstations_ended CHECK ((status = 'ACTIVE') = (ended_at IS NULL) AND (status = 'REVOKED') = (ended_by IS NOT NULL))
);
COMMENT ON TABLE workstations IS
  'Computers that a code enrolled, each with a login of its own. One that has ended never comes back: a new code makes a new one';
COMMENT ON COLUMN workstations.computer IS 'The name that its operating system says';
COMMENT ON COLUMN workstations.status IS 'REPLACED: the same computer was enrolled anew';
COMMENT ON COLUMN workstations.rotated_at IS 'When the login got its present password';
CREATE UNIQUE INDEX workstations_one_active ON workstations (lower(computer)) WHERE status = 'ACTIVE';
CREATE INDEX idx_workstations_branch ON workstations (branch_id);
CREATE INDEX idx_workstations_ended_by ON workstations (ended_by);

CREATE TABLE workstation_visits (
  login varchar(63) PRIMARY KEY CONSTRAINT workstation_visits_login_printable CHECK (login !~ '[\u0001-\u001F\u007F-\u009F]'),
  computer varchar(100) NOT NULL CONSTRAINT workstation_visits_computer_printable CHECK (computer !~ '[\u0001-\u001F\u007F-\u009F]'),
  build varchar(100) NOT NULL CONSTRAINT workstation_visits_build_printable CHECK (build !~ '[\u0001-\u001F\u007F-\u009F]'),
  address varchar(50) CONSTRAINT workstation_visits_address_printable CHECK (address ~ '^[0-9a-f.:/]+$'),
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE workstation_visits IS
  'When a login opened the database last, from where and by which build, also of logins that no code made';
COMMENT ON COLUMN workstation_visits.address IS 'NULL: on the server itself';

CREATE TABLE enrolment_codes (
  id uuid PRIMARY KEY REFERENCES approvals,
  code_hash bytea NOT NULL UNIQUE CONSTRAINT enrolment_codes_sha256 CHECK (octet_length(code_hash) = 32),
  computer varchar(100) NOT NULL CONSTRAINT enrolment_codes_computer_printable CHECK (computer !~ '[\u0001-\u001F\u007F-\u009F]'),
  branch_id uuid NOT NULL REFERENCES branches,
  status varchar(20) NOT NULL DEFAULT 'OPEN' CONSTRAINT enrolment_codes_status_printable CHECK (status IN ('OPEN', 'USED', 'CANCELLED')),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  used_by varchar(100) CONSTRAINT enrolment_codes_used_by_printable CHECK (used_by !~ '[\u0001-\u001F\u007F-\u009F]'),
  used_from varchar(50) CONSTRAINT enrolment_codes_used_from_printable CHECK (used_from ~ '^[0-9a-f.:/]+$'),
  verifier_hash bytea,
  workstation_id uuid REFERENCES workstations,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT enrolment_codes_used CHECK ((status = 'USED') = (used_at IS NOT NULL) AND (status = 'USED') = (workstation_id IS NOT NULL)),
  CONSTRAINT enrolment_codes_hours CHECK (expires_at <= created_at + interval '24 hours')
);
COMMENT ON TABLE enrolment_codes IS 'Codes that two people agreed, as hashes. Each makes one login, once';
COMMENT ON COLUMN enrolment_codes.id IS 'Of the approval';
COMMENT ON COLUMN enrolment_codes.used_by IS 'The name that the computer said of itself';
COMMENT ON COLUMN enrolment_codes.verifier_hash IS
  'Of the secret that was given with it: the same one again is the same computer, whose answer was lost';
CREATE INDEX idx_enrolment_codes_branch ON enrolment_codes (branch_id);
CREATE INDEX idx_enrolment_codes_workstation ON enrolment_codes (workstation_id);

CREATE TABLE enrolment_attempts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  ticket_hash bytea NOT NULL UNIQUE,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  tried_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  computer varchar(100) NOT NULL CONSTRAINT enrolment_attempts_computer_printable CHECK (computer !~ '[\u0001-\u001F\u007F-\u009F]'),
  address varchar(50) NOT NULL CONSTRAINT enrolment_attempts_address_printable CHECK (address ~ '^[0-9a-f.:/]+$'),
  code_id uuid REFERENCES enrolment_codes,
  verdict varchar(20) NOT NULL CONSTRAINT enrolment_attempts_verdict_printable
    CHECK (verdict IN ('GOOD', 'WRONG', 'USED', 'EXPIRED', 'OTHER_COMPUTER', 'TAKEN', 'TOO_OFTEN')),
  used boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE enrolment_attempts IS
  'Codes that were tried, right or wrong, each committed before its answer is told; kept for ninety days';
COMMENT ON COLUMN enrolment_attempts.address IS 'From where; :: on the server itself';
CREATE INDEX idx_enrolment_attempts_tried ON enrolment_attempts (tried_at);
CREATE INDEX idx_enrolment_attempts_code ON enrolment_attempts (code_id);

CREATE TABLE enrolment_rules (
  one boolean PRIMARY KEY DEFAULT true CONSTRAINT enrolment_rules_one CHECK (one),
  most_hours smallint NOT NULL CONSTRAINT enrolment_rules_hours CHECK (most_hours BETWEEN 1 AND 24),
  tries_per_address smallint NOT NULL CONSTRAINT enrolment_rules_tries CHECK (tries_per_address > 0),
  tries_in_all smallint NOT NULL CONSTRAINT enrolment_rules_all CHECK (tries_in_all >= tries_per_address),
  within interval NOT NULL,
  rotate_after interval NOT NULL CONSTRAINT enrolment_rules_rotation CHECK (rotate_after BETWEEN '1 day' AND '1 year')
);
COMMENT ON TABLE enrolment_rules IS
  'For how long a code may be good, how many wrong ones are looked at, and how old the password of a login gets';
INSERT INTO enrolment_rules (most_hours, tries_per_address, tries_in_all, within, rotate_after)
  VALUES (24, 10, 200, '15 minutes', '30 days');

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, lapses) VALUES
  ('WORKSTATION_CODE', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_workstation_code', 'perform_workstation_code', true);
