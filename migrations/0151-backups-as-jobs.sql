-- Backup and drill of the embedded server are jobs as the others are: once a period, with a history, caught up when nothing was open. Their
-- work is done by the one program that supervises that server; a server of the bank's own has backups of its own, and no such jobs.

ALTER TABLE jobs ADD COLUMN only_embedded boolean NOT NULL DEFAULT false,
  ADD COLUMN retry_after interval CONSTRAINT jobs_retry_after CHECK (retry_after > '0'),
  ADD CONSTRAINT jobs_embedded_is_outside CHECK (NOT only_embedded OR worker IS NULL);
COMMENT ON COLUMN jobs.only_embedded IS 'Only for the server that the application brings along, by the workstation that runs it';
COMMENT ON COLUMN jobs.retry_after IS 'How long after a run that failed it is tried again; NULL: some minutes, more each time';

INSERT INTO jobs (name, position, every, anchor, catch_up, worker, only_embedded, retry_after) VALUES
  ('BACKUP', 110, '1 day', '2026-01-05 12:00+00', 'LATEST', NULL, true, NULL),
  ('DRILL', 120, '7 days', '2026-01-07 15:00+00', 'LATEST', NULL, true, '1 day');
