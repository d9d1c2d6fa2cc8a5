-- A decision is final, a proposal is never deleted, and both are in the audit log. A count never changes.

CREATE TRIGGER b_guard BEFORE UPDATE ON approvals FOR EACH ROW EXECUTE FUNCTION guard_approval();
CREATE TRIGGER no_delete BEFORE DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON approvals EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION audit_row('PROPOSED');
ALTER TABLE approvals ENABLE ALWAYS TRIGGER b_guard;
ALTER TABLE approvals ENABLE ALWAYS TRIGGER no_delete;
ALTER TABLE approvals ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON cash_counts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON cash_counts EXECUTE FUNCTION refuse_change();
ALTER TABLE cash_counts ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE cash_counts ENABLE ALWAYS TRIGGER no_truncate;
