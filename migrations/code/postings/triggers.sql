-- What was posted stays as it was posted: only a transaction that is still pending may change. ALWAYS: a replica role
-- (session_replication_role) does not switch these triggers off.

CREATE TRIGGER known_accounts AFTER INSERT ON transactions REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION require_known_accounts();
ALTER TABLE transactions ENABLE ALWAYS TRIGGER known_accounts;
CREATE TRIGGER zz_audit_posted AFTER INSERT ON transactions REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION audit_postings();
CREATE TRIGGER zz_audit AFTER UPDATE OR DELETE ON transactions FOR EACH ROW EXECUTE FUNCTION audit_posting();
CREATE TRIGGER no_delete BEFORE DELETE ON transactions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON transactions EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_change BEFORE UPDATE ON transactions FOR EACH ROW WHEN (OLD.status <> 'PENDING') EXECUTE FUNCTION refuse_change();
-- The last before the row is written, so that nothing changes what it has seen.
CREATE TRIGGER zz_sound BEFORE INSERT OR UPDATE ON transactions FOR EACH ROW EXECUTE FUNCTION guard_transaction();
ALTER TABLE transactions ENABLE ALWAYS TRIGGER zz_sound;
ALTER TABLE transactions ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE transactions ENABLE ALWAYS TRIGGER no_delete;
ALTER TABLE transactions ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER balanced AFTER INSERT ON entries REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION check_entries_balance();
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON entries EXECUTE FUNCTION refuse_change();
ALTER TABLE entries ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE entries ENABLE ALWAYS TRIGGER no_truncate;
ALTER TABLE entries ENABLE ALWAYS TRIGGER balanced;
