-- A limit that was agreed never changes and is on record. A posting that waits changes by its outcome alone.

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON posting_limits FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON posting_limits EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON posting_limits FOR EACH ROW EXECUTE FUNCTION audit_row('LIMIT_AGREED');
ALTER TABLE posting_limits ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE posting_limits ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON reversal_limits FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reversal_limits EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON reversal_limits FOR EACH ROW EXECUTE FUNCTION audit_row('LIMIT_AGREED');
ALTER TABLE reversal_limits ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE reversal_limits ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER b_outcome BEFORE UPDATE ON transactions FOR EACH ROW WHEN (OLD.status = 'PENDING') EXECUTE FUNCTION guard_pending();
ALTER TABLE transactions ENABLE ALWAYS TRIGGER b_outcome;
