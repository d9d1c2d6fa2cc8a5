-- What is sealed is never changed or taken away, by nobody. ALWAYS: a replica role (session_replication_role) does not switch them off.

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON archive_pieces FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON archive_pieces EXECUTE FUNCTION refuse_change();
ALTER TABLE archive_pieces ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE archive_pieces ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON archive_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON archive_seals EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON archive_seals FOR EACH ROW EXECUTE FUNCTION audit_row('SEALED');
ALTER TABLE archive_seals ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE archive_seals ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON archive_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON archive_events EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON archive_events FOR EACH ROW EXECUTE FUNCTION audit_row('ARCHIVED');
ALTER TABLE archive_events ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE archive_events ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER keep_sealed_years BEFORE INSERT OR UPDATE ON business_days FOR EACH ROW EXECUTE FUNCTION keep_sealed_years();
ALTER TABLE business_days ENABLE ALWAYS TRIGGER keep_sealed_years;

-- What was moved out of the log: nobody adds, changes or takes away, the owner included. Each of its months gets these guards in the
-- transaction that moves it there.
CREATE TRIGGER no_change BEFORE INSERT OR UPDATE OR DELETE ON audit_logs_archive FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_logs_archive EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_logs_archive ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE audit_logs_archive ENABLE ALWAYS TRIGGER no_truncate;
