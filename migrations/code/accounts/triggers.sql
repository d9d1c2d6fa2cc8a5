-- In the order of their names: its number, its product, whether it may have a limit, when it changed, its balance, the audit log.

CREATE TRIGGER a_number BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION number_account();
CREATE TRIGGER a_product BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION stamp_product();
CREATE TRIGGER b_minimum BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION stamp_minimum();
CREATE TRIGGER b_limit BEFORE INSERT OR UPDATE OF account_type, agreed_limit ON accounts FOR EACH ROW EXECUTE FUNCTION check_agreed_limit();
CREATE TRIGGER b_closed BEFORE INSERT OR UPDATE OF status ON accounts FOR EACH ROW WHEN (NEW.status = 'CLOSED')
  EXECUTE FUNCTION stamp_closing();
CREATE TRIGGER c_touch BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER m_balance AFTER INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION make_balance();
CREATE TRIGGER no_delete BEFORE DELETE ON accounts FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- What was posted names its accounts without a key that the server enforces. Another currency is refused where a key would refuse it.
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON accounts EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_other_id BEFORE UPDATE OF id ON accounts FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_other_currency BEFORE UPDATE OF currency ON accounts FOR EACH ROW WHEN (NEW.currency <> OLD.currency)
  EXECUTE FUNCTION refuse_change();
ALTER TABLE accounts ENABLE ALWAYS TRIGGER no_delete;
ALTER TABLE accounts ENABLE ALWAYS TRIGGER no_truncate;
ALTER TABLE accounts ENABLE ALWAYS TRIGGER no_other_id;
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON accounts FOR EACH ROW EXECUTE FUNCTION audit_row();

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON holds FOR EACH ROW EXECUTE FUNCTION audit_row('HELD');

-- Where the lines of a book stand is agreed with the printing house: another kind of book is another row. What was ended, and what is known
-- of a print, stays.
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON passbook_layouts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON passbook_layouts EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON passbook_layouts FOR EACH ROW EXECUTE FUNCTION audit_row();
ALTER TABLE passbook_layouts ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE passbook_layouts ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER no_delete BEFORE DELETE ON passbooks FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON passbooks EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_change BEFORE UPDATE ON passbooks FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON passbooks FOR EACH ROW EXECUTE FUNCTION audit_row('PASSBOOK_ISSUED');

CREATE TRIGGER no_delete BEFORE DELETE ON passbook_prints FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON passbook_prints EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_change BEFORE UPDATE ON passbook_prints FOR EACH ROW WHEN (OLD.known_line IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON passbook_prints FOR EACH ROW EXECUTE FUNCTION audit_row('PASSBOOK_PRINTED');
