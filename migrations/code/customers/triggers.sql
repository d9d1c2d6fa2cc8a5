-- In the order of their names: who made the row, what the database sets on it, when it changed, the audit log.

CREATE TRIGGER a_stamp BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION stamp_maker();
CREATE TRIGGER b_guard BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION guard_customer();
CREATE TRIGGER c_touch BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON customers FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON customer_corrections FOR EACH ROW EXECUTE FUNCTION audit_row('PROPOSED');
