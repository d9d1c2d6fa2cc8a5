-- What only the bank's own server knows of itself: the free space of its disk, and how its backups by pgBackRest stand. Its own timer posts
-- it (docs/own-server.md), because no login of the database can see either. The newest report replaces the one before.

CREATE TABLE server_reports (
  only_one boolean PRIMARY KEY DEFAULT true CONSTRAINT server_reports_only_one CHECK (only_one),
  posted_at timestamptz NOT NULL,
  free_bytes bigint CONSTRAINT server_reports_free CHECK (free_bytes >= 0),
  backup_code int,
  backup_message text CONSTRAINT server_reports_backup_message_printable
    CHECK (length(backup_message) <= 200 AND backup_message !~ '[\x01-\x1f\x7f]'),
  backup_at timestamptz,
  backup_failed boolean NOT NULL
);
COMMENT ON TABLE server_reports IS 'What the timer of the bank''s own server posted last: its free disk and its backups';
COMMENT ON COLUMN server_reports.backup_code IS 'The status of pgBackRest''s stanza, 0 where it is in order; NULL: it was not posted';
COMMENT ON COLUMN server_reports.backup_at IS 'When the newest backup was complete';
COMMENT ON COLUMN server_reports.backup_failed IS 'That backup found pages whose checksum differs';
