-- The work that nobody should have to remember: which jobs there are, how often each is due, and what became of each run. They need no
-- server process: every open workstation, and the scheduler of a server, asks for what is due. See docs/decisions/0053.

-- Periods are counted from `anchor`: whole days by the calendar of the bank, shorter ones in UTC, where no hour comes twice.
CREATE TABLE jobs (
  name varchar(20) PRIMARY KEY CONSTRAINT jobs_name_printable CHECK (name ~ '^[A-Z][A-Z_]*$'),
  position smallint NOT NULL CONSTRAINT jobs_one_after_the_other UNIQUE,
  every interval NOT NULL CONSTRAINT jobs_every_is_long_enough CHECK (every >= '1 minute'),
  anchor timestamptz NOT NULL,
  catch_up varchar(6) NOT NULL CONSTRAINT jobs_catch_up_printable CHECK (catch_up IN ('EACH', 'LATEST')),
  -- Its function in the database; NULL: done outside, by the program that takes it.
  worker varchar(40) CONSTRAINT jobs_worker_printable CHECK (worker ~ '^[a-z][a-z_]*$'),
  done_through bigint,
  asked_at timestamptz,
  asked_by uuid REFERENCES users,
  retry_at timestamptz,
  CONSTRAINT jobs_asked CHECK (asked_by IS NULL OR asked_at IS NOT NULL)
);
CREATE INDEX idx_jobs_asked_by ON jobs (asked_by);
COMMENT ON TABLE jobs IS 'Jobs that are due again and again, in the order in which what was missed is caught up';
COMMENT ON COLUMN jobs.anchor IS 'Where periods are counted from: its hour in UTC is that of the clock by which the job runs';
COMMENT ON COLUMN jobs.catch_up IS 'Of the periods that were missed: EACH, the oldest first, or only the LATEST';
COMMENT ON COLUMN jobs.done_through IS 'The last period whose run has ended well; NULL: none yet';
COMMENT ON COLUMN jobs.asked_at IS 'Since when it is to run before its period; asked_by NULL: by the system, which left something to do';
COMMENT ON COLUMN jobs.retry_at IS 'When a run that failed is tried again';

CREATE TABLE job_attempts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  job varchar(20) NOT NULL REFERENCES jobs CONSTRAINT job_attempts_job_printable CHECK (job ~ '^[A-Z][A-Z_]*$'),
  period bigint NOT NULL,
  attempt int NOT NULL CONSTRAINT job_attempts_attempt CHECK (attempt >= 1),
  skipped bigint NOT NULL DEFAULT 0,
  extra boolean NOT NULL,
  asked_by uuid REFERENCES users,
  status varchar(10) NOT NULL DEFAULT 'RUNNING'
    CONSTRAINT job_attempts_status_printable CHECK (status IN ('RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'ABANDONED')),
  cancel boolean NOT NULL DEFAULT false,
  done bigint NOT NULL DEFAULT 0 CONSTRAINT job_attempts_done CHECK (done >= 0),
  total bigint CONSTRAINT job_attempts_total CHECK (total >= done),
  workstation text NOT NULL CONSTRAINT job_attempts_workstation_printable CHECK (workstation !~ '[\x01-\x1f\x7f]'),
  build text NOT NULL CONSTRAINT job_attempts_build_printable CHECK (build !~ '[\x01-\x1f\x7f]'),
  pid int NOT NULL,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  heartbeat_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  error text CONSTRAINT job_attempts_error_printable CHECK (length(error) <= 500 AND error !~ '[\x01-\x1f\x7f]'),
  CONSTRAINT job_attempts_once UNIQUE (job, period, attempt),
  CONSTRAINT job_attempts_ended CHECK ((status = 'RUNNING') = (ended_at IS NULL))
);
-- One at a time, and each period once, however many workstations ask.
CREATE UNIQUE INDEX job_attempts_one_at_a_time ON job_attempts (job) WHERE status = 'RUNNING';
CREATE UNIQUE INDEX job_attempts_once_a_period ON job_attempts (job, period) WHERE status = 'DONE' AND NOT extra;
CREATE INDEX idx_job_attempts_job ON job_attempts (job, id);
CREATE INDEX idx_job_attempts_asked_by ON job_attempts (asked_by);
COMMENT ON TABLE job_attempts IS 'Runs of jobs: one that failed or was left is tried again as the next attempt of its period';
COMMENT ON COLUMN job_attempts.skipped IS 'Periods before this one that were missed and are not caught up';
COMMENT ON COLUMN job_attempts.extra IS 'Asked for, or of a period that was done already: not the one run of its period';
COMMENT ON COLUMN job_attempts.pid IS 'The server''s process of whoever runs it: when it is gone, the run is taken over at once';

-- What one portion of a job did, in one transaction, and how much is left; a fault ends the run as FAILED and keeps what was done.
CREATE TYPE job_portion AS (done bigint, remaining bigint, fault text);

-- What the audit log grows by, a row a day.
CREATE TABLE audit_growth (
  day date PRIMARY KEY CONSTRAINT audit_growth_day_calendar CHECK (day BETWEEN '0001-01-01' AND '9999-12-31'),
  rows bigint NOT NULL CONSTRAINT audit_growth_rows CHECK (rows >= 0),
  bytes bigint NOT NULL CONSTRAINT audit_growth_bytes CHECK (bytes >= 0),
  log_bytes bigint NOT NULL,
  database_bytes bigint NOT NULL
);
COMMENT ON TABLE audit_growth IS 'What each day added to the audit log, and how large log and database were when it was counted';

INSERT INTO jobs (name, position, every, anchor, catch_up, worker) VALUES
  ('AUDIT_PARTITIONS', 10, '1 day', '2026-01-05 01:00+00', 'LATEST', 'make_audit_partitions'),
  ('EXPIRED_DOCUMENTS', 20, '1 hour', '2026-01-05 00:00+00', 'LATEST', 'expire_due_documents'),
  ('LAPSES', 30, '10 minutes', '2026-01-05 00:00+00', 'LATEST', 'lapse_what_ended'),
  ('DAY_PREPARATION', 40, '10 minutes', '2026-01-05 00:05+00', 'LATEST', 'prepare_days'),
  ('RECONCILIATION', 50, '1 day', '2026-01-05 13:00+00', 'LATEST', 'reconcile'),
  ('ORPHAN_FILES', 60, '1 day', '2026-01-05 02:00+00', 'LATEST', 'remove_orphan_files'),
  ('KEPT_DOCUMENTS', 70, '1 day', '2026-01-05 02:30+00', 'LATEST', 'delete_kept_documents'),
  ('AUDIT_GROWTH', 80, '1 day', '2026-01-05 00:10+00', 'EACH', 'measure_audit_growth'),
  ('SCREENING', 90, '10 minutes', '2026-01-05 00:02+00', 'LATEST', 'go_on_screening'),
  ('JOB_HISTORY', 100, '1 day', '2026-01-05 03:00+00', 'LATEST', 'thin_job_history');
