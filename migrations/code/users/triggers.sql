-- Each user has counters for failed sign-ins; each change of a user is in the audit log.

CREATE TRIGGER attempt_counters AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION make_attempt_counters();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON users FOR EACH ROW EXECUTE FUNCTION audit_row();
