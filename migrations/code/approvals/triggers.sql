-- A decision is final, a proposal is never deleted, and both are in the audit log.

CREATE TRIGGER b_guard BEFORE UPDATE ON approvals FOR EACH ROW EXECUTE FUNCTION guard_approval();
CREATE TRIGGER no_delete BEFORE DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON approvals EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION audit_row('PROPOSED');
ALTER TABLE approvals ENABLE ALWAYS TRIGGER b_guard;
ALTER TABLE approvals ENABLE ALWAYS TRIGGER no_delete;
ALTER TABLE approvals ENABLE ALWAYS TRIGGER no_truncate;
