-- Closed years of the ledger get a digest that nobody can move afterwards. The rows stay where they are: what is kept here proves that
-- they, and the files to which they were exported, are what they were when the year was sealed (docs/decisions/0067).

CREATE TABLE archive_pieces (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind varchar(6) NOT NULL CONSTRAINT archive_pieces_kind_printable CHECK (kind IN ('LEDGER', 'AUDIT')),
  period date NOT NULL CONSTRAINT archive_pieces_period_calendar CHECK (period BETWEEN '0001-01-01' AND '9999-12-31'),
  day date NOT NULL CONSTRAINT archive_pieces_day_calendar CHECK (day BETWEEN '0001-01-01' AND '9999-12-31'),
  branch_id uuid REFERENCES branches,
  rows int NOT NULL CONSTRAINT archive_pieces_rows CHECK (rows >= 0),
  hash bytea NOT NULL CONSTRAINT archive_pieces_hash_length CHECK (length(hash) = 32),
  CONSTRAINT archive_pieces_of_branch CHECK ((branch_id IS NULL) = (kind = 'AUDIT')),
  CONSTRAINT archive_pieces_once UNIQUE NULLS NOT DISTINCT (kind, period, day, branch_id)
);
COMMENT ON TABLE archive_pieces IS 'A day of what is sealed: how many rows, and the SHA-256 of the hashes of its lines in their order';
COMMENT ON COLUMN archive_pieces.period IS 'The first day of the year, or of the month of the audit log';
CREATE INDEX idx_archive_pieces_branch ON archive_pieces (branch_id);

CREATE TABLE archive_seals (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind varchar(6) NOT NULL CONSTRAINT archive_seals_kind_printable CHECK (kind IN ('LEDGER', 'AUDIT')),
  period date NOT NULL CONSTRAINT archive_seals_period_calendar CHECK (period BETWEEN '0001-01-01' AND '9999-12-31'),
  format smallint NOT NULL,
  rows bigint NOT NULL CONSTRAINT archive_seals_rows CHECK (rows >= 0),
  pieces int NOT NULL CONSTRAINT archive_seals_pieces CHECK (pieces >= 0),
  digest bytea NOT NULL CONSTRAINT archive_seals_digest_length CHECK (length(digest) = 32),
  sealed_by uuid REFERENCES users,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT archive_seals_once UNIQUE (kind, period)
);
COMMENT ON TABLE archive_seals IS
  'Years of the ledger and months of the audit log that are sealed: nothing is recorded in them any more';
COMMENT ON COLUMN archive_seals.format IS 'Which version of the lines was hashed: code/archives/';
COMMENT ON COLUMN archive_seals.digest IS
  'SHA-256 over its pieces as text; it stands in the audit log and in the manifest of each export too';
COMMENT ON COLUMN archive_seals.sealed_by IS 'NULL: by the job';
CREATE INDEX idx_archive_seals_sealed_by ON archive_seals (sealed_by);

CREATE TABLE archive_checks (
  piece_id uuid PRIMARY KEY REFERENCES archive_pieces,
  rows int NOT NULL CONSTRAINT archive_checks_rows CHECK (rows >= 0),
  good boolean NOT NULL,
  checked_at timestamptz NOT NULL
);
COMMENT ON TABLE archive_checks IS 'When the rows of a piece were last compared with its hash, and whether they were the same';

CREATE TABLE archive_events (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  seal_id uuid NOT NULL REFERENCES archive_seals,
  what varchar(10) NOT NULL CONSTRAINT archive_events_what_printable
    CHECK (what IN ('EXPORTED', 'FILE_GOOD', 'FILE_BAD', 'DETACHED', 'ATTACHED', 'REMOVED')),
  file_hash bytea CONSTRAINT archive_events_file_hash_length CHECK (length(file_hash) = 32),
  bytes bigint CONSTRAINT archive_events_bytes CHECK (bytes >= 0),
  folder varchar(1000) CONSTRAINT archive_events_folder_printable CHECK (folder !~ '[\u0001-\u001F\u007F-\u009F]'),
  user_id uuid REFERENCES users,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT archive_events_exported_whole CHECK (what <> 'EXPORTED' OR num_nulls(file_hash, bytes, folder, user_id) = 0)
);
COMMENT ON TABLE archive_events IS 'What became of a sealed year or month: exported to which file, which file was compared with the digest';
COMMENT ON COLUMN archive_events.folder IS 'Where whoever exported it said it was put';
CREATE INDEX idx_archive_events_seal ON archive_events (seal_id, id);
CREATE INDEX idx_archive_events_user ON archive_events (user_id);

INSERT INTO jobs (name, position, every, anchor, catch_up, worker) VALUES
  ('ARCHIVES', 130, '1 day', '2026-01-05 03:30+00', 'LATEST', 'seal_what_ended');
