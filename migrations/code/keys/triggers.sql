-- Nothing is wrapped under a vault key that is not in use, and each change of a key or sheet is in the audit log, without the key.

CREATE TRIGGER b_guard BEFORE INSERT OR UPDATE ON user_keys FOR EACH ROW EXECUTE FUNCTION guard_user_key();
CREATE TRIGGER b_guard BEFORE UPDATE OF wrapped_key ON proposed_passwords FOR EACH ROW WHEN (NEW.wrapped_key IS NOT NULL)
  EXECUTE FUNCTION guard_proposed_key();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON vault_generations FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON recovery_sheets FOR EACH ROW EXECUTE FUNCTION audit_row();
