-- The record of who did what. Rows are written by triggers and by the functions of this schema, and by nothing else;
-- nobody, the owner included, changes or deletes one. Partitioned by month on the time-ordered key, which keeps
-- PRIMARY KEY (id). The partitions are made by code/audit/audit-partitions.sql. No DEFAULT partition: a row in it would
-- block the month that it belongs to.

CREATE TABLE audit_logs (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  user_id uuid REFERENCES users,
  action varchar(50) NOT NULL,
  resource_type varchar(50) NOT NULL,
  resource_id uuid,
  details json NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Lets a sealer find rows whose transaction has surely ended; a sequence number cannot.
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  hash bytea NOT NULL
) PARTITION BY RANGE (id);
COMMENT ON TABLE audit_logs IS 'Append-only record of every change and sign-in, one partition a month';
CREATE INDEX idx_audit_logs_user ON audit_logs (user_id, id);
CREATE INDEX idx_audit_logs_created ON audit_logs (created_at);
CREATE INDEX idx_audit_logs_resource ON audit_logs (resource_id, id);
