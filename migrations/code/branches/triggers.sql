-- Each change of a branch and its days is in the audit log.

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON branches FOR EACH ROW EXECUTE FUNCTION audit_row();

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON business_days FOR EACH ROW EXECUTE FUNCTION audit_row('DAY_OPENED');

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON day_withdrawals FOR EACH ROW EXECUTE FUNCTION audit_row();
