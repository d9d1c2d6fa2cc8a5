-- What was told about an intent stays, and is in the audit log with who asked.

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON settled_intents FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON settled_intents EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON settled_intents FOR EACH ROW EXECUTE FUNCTION audit_row('SETTLED');
ALTER TABLE settled_intents ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE settled_intents ENABLE ALWAYS TRIGGER no_truncate;
