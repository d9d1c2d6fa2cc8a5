-- Who stood at the counter, and rules that were agreed, never change. An alert is decided once, and all of it is on record.

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON posting_presenters FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON posting_presenters EXECUTE FUNCTION refuse_change();
ALTER TABLE posting_presenters ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE posting_presenters ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON cash_rules FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON cash_rules EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON cash_rules FOR EACH ROW EXECUTE FUNCTION audit_row('LIMIT_AGREED');
ALTER TABLE cash_rules ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE cash_rules ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER b_guard BEFORE UPDATE ON cash_alerts FOR EACH ROW EXECUTE FUNCTION guard_alert();
CREATE TRIGGER no_delete BEFORE DELETE ON cash_alerts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON cash_alerts EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON cash_alerts FOR EACH ROW EXECUTE FUNCTION audit_row('ALERT_RAISED');
ALTER TABLE cash_alerts ENABLE ALWAYS TRIGGER b_guard;
ALTER TABLE cash_alerts ENABLE ALWAYS TRIGGER no_delete;
ALTER TABLE cash_alerts ENABLE ALWAYS TRIGGER no_truncate;

CREATE TRIGGER n_link AFTER INSERT ON kyc_documents FOR EACH ROW WHEN (NEW.issuing_country IS NOT NULL)
  EXECUTE FUNCTION link_by_document();
CREATE TRIGGER n_link AFTER INSERT ON customers FOR EACH ROW EXECUTE FUNCTION link_by_name();
