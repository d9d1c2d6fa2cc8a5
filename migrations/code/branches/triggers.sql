-- Each change of a branch and its days is in the audit log.

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON branches FOR EACH ROW EXECUTE FUNCTION audit_row();
-- What was posted names its branch without a foreign key.
CREATE TRIGGER no_delete BEFORE DELETE ON branches FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON branches EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_other_id BEFORE UPDATE OF id ON branches FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION refuse_change();
ALTER TABLE branches ENABLE ALWAYS TRIGGER no_delete;
ALTER TABLE branches ENABLE ALWAYS TRIGGER no_truncate;
ALTER TABLE branches ENABLE ALWAYS TRIGGER no_other_id;

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON business_days FOR EACH ROW EXECUTE FUNCTION audit_row('DAY_OPENED');

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON day_withdrawals FOR EACH ROW EXECUTE FUNCTION audit_row();

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON day_proofs FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON day_proofs EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON day_proofs FOR EACH ROW EXECUTE FUNCTION audit_row('PROVED');
ALTER TABLE day_proofs ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE day_proofs ENABLE ALWAYS TRIGGER no_truncate;
