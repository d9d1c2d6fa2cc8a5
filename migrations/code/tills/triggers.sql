-- Each change of a till, and who holds it, is in the audit log.

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON tills FOR EACH ROW EXECUTE FUNCTION audit_row();

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON till_sessions FOR EACH ROW EXECUTE FUNCTION audit_row('TILL_OPENED');
