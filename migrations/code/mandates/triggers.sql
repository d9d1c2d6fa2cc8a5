-- Power that was given never changes: another row replaces it. Who signed stands as it was posted.

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON parties FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON parties EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON parties FOR EACH ROW EXECUTE FUNCTION audit_row('POWER_GIVEN');
ALTER TABLE parties ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE parties ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON posting_signers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON posting_signers EXECUTE FUNCTION refuse_change();
ALTER TABLE posting_signers ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE posting_signers ENABLE ALWAYS TRIGGER no_truncate;
