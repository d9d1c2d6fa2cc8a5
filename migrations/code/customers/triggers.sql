-- In the order of their names: who made the row, what the database sets on it, when it changed, the audit log.

CREATE TRIGGER a_stamp BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION stamp_maker();
CREATE TRIGGER b_guard BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION guard_customer();
CREATE TRIGGER c_touch BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER d_parts AFTER INSERT ON customers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_name_parts();
CREATE TRIGGER d_parts_changed AFTER UPDATE ON customers REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION change_name_parts();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON customers FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON customer_corrections FOR EACH ROW EXECUTE FUNCTION audit_row('PROPOSED');
