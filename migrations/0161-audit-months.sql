-- Months of the audit log that are over are sealed, and after some years moved out of the log into the archive, from which they can be
-- brought back. How long they stay in the log, and how long they and the years of the ledger are kept, two people agree as they do
-- for documents (docs/decisions/0068).

-- The same table once more: what is in it stands beside the log, under guards of its own (code/archives/triggers.sql).
CREATE TABLE audit_logs_archive (LIKE audit_logs INCLUDING ALL) PARTITION BY RANGE (id);
COMMENT ON TABLE audit_logs_archive IS 'Months that are out of the log: nothing is added to them, and the log is read without them';

-- For what has to know of a record whether its row is in the log or in the archive.
CREATE VIEW whole_audit_log WITH (security_invoker = true) AS
  SELECT * FROM audit_logs UNION ALL SELECT * FROM audit_logs_archive;
COMMENT ON VIEW whole_audit_log IS 'The log together with what was moved out of it';

ALTER TABLE retention_rules DROP CONSTRAINT retention_rules_purpose_printable, DROP CONSTRAINT retention_rules_event_printable,
  ADD CONSTRAINT retention_rules_purpose_printable
    CHECK (purpose IN ('IDENTITY', 'ADDRESS', 'SPECIMEN', 'LEDGER', 'AUDIT', 'AUDIT_AT_HAND')),
  ADD CONSTRAINT retention_rules_event_printable CHECK (event IN ('ENDED', 'REPLACED', 'REJECTED', 'CLOSED'));
COMMENT ON COLUMN retention_rules.purpose IS
  'SPECIMEN: the photograph and the specimen of the signature; AUDIT_AT_HAND: how long a month stays in the log';
COMMENT ON COLUMN retention_rules.event IS
  'ENDED: the relationship with the customer; REPLACED: a later one of its type was approved; CLOSED: the year or the month is over';

-- Ten years: the longest that a tax law of a member state of the EU asks for books.
INSERT INTO retention_rules (purpose, event, years, valid_from) VALUES
  ('LEDGER', 'CLOSED', 10, '0001-01-01'), ('AUDIT', 'CLOSED', 10, '0001-01-01'), ('AUDIT_AT_HAND', 'CLOSED', 5, '0001-01-01');

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, lapses) VALUES
  ('AUDIT_DETACH', '{SUPERVISOR,ADMIN}', '{SUPERVISOR,ADMIN}', 'show_audit_detach', 'perform_audit_detach', false);
