-- A month of the audit log that was kept as long as the rule says is deleted from the archive, and can be brought back from the file to
-- which it was exported: both are events of its seal, which stays (docs/decisions/0074).
ALTER TABLE archive_events DROP CONSTRAINT archive_events_what_printable, ADD CONSTRAINT archive_events_what_printable
  CHECK (what IN ('EXPORTED', 'FILE_GOOD', 'FILE_BAD', 'DETACHED', 'ATTACHED', 'REMOVED', 'RETURNED'));
