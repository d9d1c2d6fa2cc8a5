-- A sign-in is two calls, so that an attempt is on record before it is answered and a rollback gives nothing away; attempts are
-- counted for a user at a workstation, so that a stranger's attempts at one do not lock the user out of another. Sessions say why
-- they ended, and a user's sessions end all at once by a number.

CREATE TABLE sign_in_attempts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  ticket_hash bytea NOT NULL CONSTRAINT sign_in_attempts_ticket_key UNIQUE,
  purpose varchar(20) NOT NULL CONSTRAINT sign_in_attempts_purpose CHECK (purpose IN ('SIGN_IN', 'PASSWORD_CHECK')),
  username varchar(50) NOT NULL,
  workstation name NOT NULL,
  tried_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Two booleans and no word for the result: rows of equal size tell nothing to somebody who measures what was written.
  allowed boolean NOT NULL,
  good boolean NOT NULL,
  session_epoch int NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  forgiven boolean NOT NULL DEFAULT false,
  used boolean NOT NULL DEFAULT false,
  recorded boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE sign_in_attempts IS 'Passwords that were tried within the last day; the audit log keeps what came of them';
CREATE INDEX idx_sign_in_attempts_user ON sign_in_attempts (username, tried_at);
CREATE INDEX idx_sign_in_attempts_workstation ON sign_in_attempts (workstation, tried_at);
CREATE INDEX idx_sign_in_attempts_unrecorded ON sign_in_attempts (tried_at) WHERE NOT recorded;

ALTER TABLE sessions ADD COLUMN ended_because varchar(20)
  CONSTRAINT sessions_ended_because
  CHECK (ended_because IN ('SIGNED_OUT', 'SIGNED_IN_AGAIN', 'OTHER_WORKSTATION', 'PASSWORD', 'ADMINISTRATOR'));
COMMENT ON COLUMN sessions.ended_because IS 'What ended it; NULL while it goes on, and when its time ran out';
ALTER TABLE users ADD COLUMN session_epoch int NOT NULL DEFAULT 0;
COMMENT ON COLUMN users.session_epoch IS 'Goes up when all sessions of the user end; a session of an earlier number is not valid';
ALTER TABLE sessions ADD COLUMN epoch int NOT NULL DEFAULT 0;
COMMENT ON COLUMN sessions.epoch IS 'The session_epoch of its user when it began';

-- The counters of failed sign-ins that each user had until now.
DO $$
DECLARE suffix text;
BEGIN
  FOR suffix IN SELECT replace(id::text, '-', '') FROM users LOOP
    EXECUTE format('DROP SEQUENCE IF EXISTS corex.%I, corex.%I', 'attempts_' || suffix, 'attempted_' || suffix);
  END LOOP;
END $$;

INSERT INTO branch_crossings (action, allowed, reason) VALUES
  ('USER_READ', true, 'Who works in the bank is known at every branch');
