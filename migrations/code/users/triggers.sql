-- Each user's texts have one form, each user has a counter of what is read; each change of a user is in the audit log.

CREATE TRIGGER b_guard BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION guard_user();
CREATE TRIGGER read_counter AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION make_read_counter();
CREATE TRIGGER second_person AFTER INSERT OR UPDATE OF role, branch_id ON users FOR EACH ROW WHEN (has_power(NEW.role))
  EXECUTE FUNCTION note_second_person();
CREATE TRIGGER session_epoch BEFORE UPDATE ON users FOR EACH ROW
  WHEN ((OLD.password_hash, OLD.role, OLD.status, OLD.branch_id)
    IS DISTINCT FROM (NEW.password_hash, NEW.role, NEW.status, NEW.branch_id))
  EXECUTE FUNCTION count_session_epoch();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON users FOR EACH ROW EXECUTE FUNCTION audit_row();
