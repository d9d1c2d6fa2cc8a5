-- The seal of a day follows its closing; changes of the chart are in the audit log, and so are checks, without
-- their progress.

CREATE TRIGGER m_seal AFTER UPDATE OF closed_at, withdrawn_at ON business_days FOR EACH ROW EXECUTE FUNCTION keep_seal();

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON gl_accounts FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON gl_sets FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON book_checks FOR EACH ROW EXECUTE FUNCTION audit_row();
