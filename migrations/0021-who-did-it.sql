-- Who did it: every transaction, entry and audit row says what kind of actor made it, from what cause, at which workstation, in which
-- session and by which build. What the system derives never stands under a person. Entries get their two dates: the business date on
-- which they were recorded, and the value date from which they count.
-- Rows of earlier releases keep the person under whom they were written; what was not recorded of them is said to be 'unrecorded'.

CREATE TYPE actor_kind AS ENUM ('PERSON', 'JOB', 'RECOVERY', 'CORRECTION', 'MIGRATION');

ALTER TABLE sessions ADD COLUMN build text NOT NULL DEFAULT 'unrecorded' CONSTRAINT sessions_build_length CHECK (length(build) <= 100);
ALTER TABLE sessions ALTER COLUMN build DROP DEFAULT;
COMMENT ON COLUMN sessions.build IS
  'Which build of the application signed in, by its own word; rows take it from here, never from a later setting';
ALTER TABLE sign_in_attempts ADD COLUMN build text NOT NULL DEFAULT 'unrecorded'
  CONSTRAINT sign_in_attempts_build_length CHECK (length(build) <= 100);
ALTER TABLE sign_in_attempts ALTER COLUMN build DROP DEFAULT;
ALTER TYPE identity ADD ATTRIBUTE build text;

-- Kinds of accounts on which nobody posts as a person: what stands on them is a difference, a fee or interest.
ALTER TABLE account_kinds ADD COLUMN derived boolean NOT NULL DEFAULT false;
UPDATE account_kinds SET derived = true WHERE account_type IN ('CASH_OVER', 'CASH_SHORT', 'FEE_INCOME', 'INTEREST_EXPENSE');
COMMENT ON COLUMN account_kinds.derived IS 'Entries on such an account are derived by the system: the database refuses them under a person';

ALTER TABLE transactions
  ADD COLUMN actor actor_kind NOT NULL DEFAULT 'PERSON',
  ADD COLUMN cause_type varchar(20) NOT NULL DEFAULT 'UNRECORDED',
  ADD COLUMN cause_id uuid,
  ADD COLUMN workstation text NOT NULL DEFAULT 'unrecorded' CONSTRAINT transactions_workstation_length CHECK (length(workstation) <= 63),
  ADD COLUMN session_id uuid,
  ADD COLUMN build text NOT NULL DEFAULT 'unrecorded' CONSTRAINT transactions_build_length CHECK (length(build) <= 100),
  ADD COLUMN value_date date,
  ADD COLUMN reversal_of uuid CONSTRAINT transactions_reversed_once UNIQUE REFERENCES transactions,
  ADD COLUMN reason_code varchar(30),
  ADD COLUMN status_reason text CONSTRAINT transactions_status_reason_length CHECK (length(status_reason) <= 500),
  ALTER COLUMN created_by DROP NOT NULL;
-- A change of type writes the rows anew without their triggers: what was posted is not to look changed.
ALTER TABLE transactions ALTER COLUMN value_date TYPE date USING business_date;
ALTER TABLE transactions
  ALTER COLUMN actor DROP DEFAULT, ALTER COLUMN cause_type DROP DEFAULT, ALTER COLUMN workstation DROP DEFAULT,
  ALTER COLUMN build DROP DEFAULT, ALTER COLUMN value_date SET NOT NULL,
  ADD CONSTRAINT transactions_maker_is_person CHECK ((actor = 'PERSON') = (created_by IS NOT NULL)),
  ADD CONSTRAINT transactions_derived_types CHECK (actor <> 'PERSON' OR transaction_type NOT IN ('FEE', 'INTEREST')),
  ADD CONSTRAINT transactions_cause_whole CHECK ((cause_id IS NULL) = (cause_type IN ('UPGRADE', 'UNRECORDED'))),
  ADD CONSTRAINT transactions_reverses_another CHECK (reversal_of <> id),
  -- What the system derives has no person to whom its key belongs: the key is its own.
  DROP CONSTRAINT transactions_key_per_user,
  ADD CONSTRAINT transactions_key_per_user UNIQUE NULLS NOT DISTINCT (created_by, idempotency_key);
COMMENT ON COLUMN transactions.actor IS 'What kind of actor made it; the person is created_by, and null for every other kind';
COMMENT ON COLUMN transactions.cause_type IS
  'What it follows from: a person''s INTENT (its key), a POSTING, JOB, APPROVAL, TILL_SESSION, SESSION or UPGRADE';
COMMENT ON COLUMN transactions.workstation IS 'The login of the workstation by which it came';
COMMENT ON COLUMN transactions.reversal_of IS 'The posting that this one undoes: each at most once';
COMMENT ON COLUMN transactions.status_reason IS 'Why it failed or was cancelled';

ALTER TABLE entries
  ADD COLUMN business_date date,
  ADD COLUMN value_date date,
  ADD COLUMN actor actor_kind NOT NULL DEFAULT 'PERSON';
CREATE FUNCTION date_of_posting(p_id uuid) RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT business_date FROM transactions WHERE id = p_id $$;
ALTER TABLE entries
  ALTER COLUMN business_date TYPE date USING date_of_posting(transaction_id),
  ALTER COLUMN value_date TYPE date USING date_of_posting(transaction_id);
DROP FUNCTION date_of_posting(uuid);
ALTER TABLE entries
  ALTER COLUMN business_date SET NOT NULL, ALTER COLUMN value_date SET NOT NULL, ALTER COLUMN actor DROP DEFAULT;
COMMENT ON COLUMN entries.business_date IS 'The day on which it was recorded: that of its transaction';
COMMENT ON COLUMN entries.value_date IS 'The day from which it counts, for interest';
COMMENT ON COLUMN entries.actor IS 'Of a leg that the system derived beside a person''s posting, such as a fee, JOB';

ALTER TABLE audit_logs
  ADD COLUMN actor actor_kind NOT NULL DEFAULT 'PERSON',
  ADD COLUMN cause_type varchar(20) NOT NULL DEFAULT 'UNRECORDED',
  ADD COLUMN cause_id uuid,
  ADD COLUMN workstation text NOT NULL DEFAULT 'unrecorded',
  ADD COLUMN session_id uuid,
  ADD COLUMN build text NOT NULL DEFAULT 'unrecorded',
  ADD CONSTRAINT audit_logs_person CHECK (actor = 'PERSON' OR user_id IS NULL);

-- What a function that is called by another reads of whoever asks, for the rows that it writes.
CREATE TYPE origin AS (user_id uuid, actor actor_kind, cause_type text, cause_id uuid, workstation text, session_id uuid, build text);

-- For whom a transaction writes, where that is not the person who is signed in: see code/audit/origin.sql. A row per server
-- process; it counts only for the transaction that wrote it, and a rollback takes it back.
CREATE TABLE acting (
  pid int PRIMARY KEY,
  xid xid8 NOT NULL,
  user_id uuid,
  actor actor_kind NOT NULL,
  cause_type varchar(20) NOT NULL,
  cause_id uuid NOT NULL,
  CONSTRAINT acting_person CHECK (actor = 'PERSON' OR user_id IS NULL)
);
COMMENT ON TABLE acting IS 'Under which actor and cause the current transaction of a server process writes';

CREATE TABLE job_runs (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind varchar(30) NOT NULL CONSTRAINT job_runs_kind_filled CHECK (btrim(kind) <> ''),
  branch_id uuid NOT NULL REFERENCES branches,
  business_date date NOT NULL,
  status varchar(10) NOT NULL DEFAULT 'RUNNING' CONSTRAINT job_runs_status CHECK (status IN ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done int NOT NULL DEFAULT 0,
  total int NOT NULL DEFAULT 0,
  requested_by uuid REFERENCES users,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz,
  error text CONSTRAINT job_runs_error_length CHECK (length(error) <= 2000),
  CONSTRAINT job_runs_progress CHECK (done >= 0 AND total >= done),
  CONSTRAINT job_runs_finished CHECK ((status = 'RUNNING') = (finished_at IS NULL))
);
COMMENT ON TABLE job_runs IS 'Runs of the day''s jobs: what a row that a job wrote follows from';
CREATE INDEX idx_job_runs_branch ON job_runs (branch_id, business_date);
CREATE INDEX idx_job_runs_requested_by ON job_runs (requested_by);

DO $$
DECLARE
  control text := '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]';
  -- Lists of words, which hold no other character.
  causes text := '(''INTENT'', ''POSTING'', ''JOB'', ''APPROVAL'', ''TILL_SESSION'', ''SESSION'', ''UPGRADE'', ''UNRECORDED'')';
  each text[];
BEGIN
  FOREACH each SLICE 1 IN ARRAY ARRAY[['sessions', 'build'], ['sign_in_attempts', 'build'], ['transactions', 'workstation'],
      ['transactions', 'build'], ['transactions', 'reason_code'], ['transactions', 'status_reason'], ['job_runs', 'kind'],
      ['job_runs', 'status'], ['job_runs', 'error']] LOOP
    EXECUTE format('ALTER TABLE corex.%I ADD CONSTRAINT %I CHECK (%I !~ %L)',
      each[1], each[1] || '_' || each[2] || '_printable', each[2], control);
  END LOOP;
  FOREACH each SLICE 1 IN ARRAY ARRAY[['transactions', 'value_date'], ['entries', 'business_date'], ['entries', 'value_date'],
      ['job_runs', 'business_date']] LOOP
    EXECUTE format('ALTER TABLE corex.%I ADD CONSTRAINT %I CHECK (%I BETWEEN ''0001-01-01'' AND ''9999-12-31'')',
      each[1], each[1] || '_' || each[2] || '_calendar', each[2]);
  END LOOP;
  EXECUTE format('ALTER TABLE transactions ADD CONSTRAINT transactions_cause_type_printable CHECK (cause_type IN %s)', causes);
  EXECUTE format('ALTER TABLE acting ADD CONSTRAINT acting_cause_type_printable CHECK (cause_type IN %s)', causes);
END $$;

ALTER TYPE assessed_leg ADD ATTRIBUTE actor actor_kind;
ALTER TYPE posting_receipt ADD ATTRIBUTE value_date date, ADD ATTRIBUTE actor actor_kind, ADD ATTRIBUTE cause_type text,
  ADD ATTRIBUTE cause text;
