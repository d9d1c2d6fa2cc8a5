-- Imports, runs and decisions are on record; customers are screened after what else their change does.

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON screening_versions FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON screening_cases FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER zzz_screen AFTER INSERT ON customers FOR EACH ROW EXECUTE FUNCTION screen_changed_customer();
CREATE TRIGGER zzz_screen_changed AFTER UPDATE ON customers FOR EACH ROW
  WHEN ((OLD.first_name, OLD.last_name, OLD.date_of_birth) IS DISTINCT FROM (NEW.first_name, NEW.last_name, NEW.date_of_birth))
  EXECUTE FUNCTION screen_changed_customer();
