-- Checks of the whole books: how far each has come, so that it goes on where it stopped and can be cancelled, and what it found.

CREATE TABLE book_checks (
  id uuid PRIMARY KEY,
  asked_by uuid NOT NULL REFERENCES users,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz,
  status varchar(10) NOT NULL DEFAULT 'RUNNING'
    CONSTRAINT book_checks_status_printable CHECK (status IN ('RUNNING', 'DONE', 'CANCELLED')),
  -- How many differences there were when it ended.
  faults int,
  CONSTRAINT book_checks_finished CHECK ((status = 'RUNNING') = (finished_at IS NULL) AND (status = 'RUNNING') = (faults IS NULL))
);
COMMENT ON TABLE book_checks IS 'Checks of the whole books: who asked for them, and how they ended';
CREATE INDEX idx_book_checks_asked_by ON book_checks (asked_by);
CREATE INDEX idx_book_checks_started ON book_checks (started_at);

-- Apart from the check itself, because each of its many steps changes it.
CREATE TABLE book_check_progress (
  check_id uuid PRIMARY KEY REFERENCES book_checks,
  -- First the days with their transactions, then the accounts one after the other, then the tills.
  phase varchar(10) NOT NULL DEFAULT 'DAYS'
    CONSTRAINT book_check_progress_phase_printable CHECK (phase IN ('DAYS', 'ACCOUNTS', 'TILLS', 'ENDED')),
  -- The last day, or the last account and entry, that was checked.
  at_branch uuid,
  at_date date CONSTRAINT book_check_progress_at_date_calendar CHECK (at_date BETWEEN '0001-01-01' AND '9999-12-31'),
  at_account uuid,
  at_sequence bigint NOT NULL DEFAULT 0,
  -- Entries, each counted once in its day and once in its account.
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL,
  faults int NOT NULL DEFAULT 0,
  -- What the newest step found.
  found jsonb NOT NULL DEFAULT '[]'
);
COMMENT ON TABLE book_check_progress IS 'How far a check of the whole books has come';

CREATE TABLE book_check_faults (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  check_id uuid NOT NULL REFERENCES book_checks,
  fault varchar(30) NOT NULL CONSTRAINT book_check_faults_fault_printable CHECK (fault ~ '^[A-Z_]+$'),
  subject varchar(50) NOT NULL CONSTRAINT book_check_faults_subject_printable
    CHECK (subject !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  currency varchar(3) CONSTRAINT book_check_faults_currency_printable CHECK (currency ~ '^[A-Z]{3}$'),
  expected numeric,
  found numeric,
  on_date date CONSTRAINT book_check_faults_on_date_calendar CHECK (on_date BETWEEN '0001-01-01' AND '9999-12-31'),
  reference varchar(50) CONSTRAINT book_check_faults_reference_printable
    CHECK (reference !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]')
);
COMMENT ON TABLE book_check_faults IS
  'Differences that a check found: the account, the transaction or the day, and the first entry that diverges';
CREATE INDEX idx_book_check_faults_check ON book_check_faults (check_id);
