-- Nobody changes or deletes a row, the owner included. ALWAYS: a replica role (session_replication_role) does not switch them off.

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON audit_logs FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_logs EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_logs ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE audit_logs ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON job_runs FOR EACH ROW EXECUTE FUNCTION audit_row('JOB_STARTED');
