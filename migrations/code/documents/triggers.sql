-- In the order of their names: who made the row, what the database sets on it, what follows for the customer, the audit log.

CREATE TRIGGER a_stamp BEFORE INSERT ON kyc_files FOR EACH ROW EXECUTE FUNCTION stamp_maker();
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON kyc_files FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT ON kyc_files FOR EACH ROW EXECUTE FUNCTION audit_file();

CREATE TRIGGER a_stamp BEFORE INSERT OR UPDATE ON kyc_documents FOR EACH ROW EXECUTE FUNCTION stamp_maker();
CREATE TRIGGER b_guard BEFORE INSERT ON kyc_documents FOR EACH ROW EXECUTE FUNCTION guard_document();
CREATE TRIGGER c_touch BEFORE UPDATE ON kyc_documents FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER m_follow AFTER INSERT OR UPDATE ON kyc_documents FOR EACH ROW EXECUTE FUNCTION follow_documents();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON kyc_documents FOR EACH ROW EXECUTE FUNCTION audit_row();

-- What is written once: a page's file is on record, and so is the document that has it.
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON kyc_pages FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON kyc_readings FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Every window learns what changed of a case.
CREATE TRIGGER n_tell AFTER INSERT OR UPDATE ON kyc_documents FOR EACH STATEMENT EXECUTE FUNCTION tell_of_cases();
CREATE TRIGGER n_tell AFTER INSERT OR UPDATE OR DELETE ON kyc_claims FOR EACH STATEMENT EXECUTE FUNCTION tell_of_cases();
CREATE TRIGGER n_tell AFTER INSERT OR UPDATE ON kyc_requests FOR EACH STATEMENT EXECUTE FUNCTION tell_of_cases();
CREATE TRIGGER n_free_claims AFTER UPDATE OF ended_at ON sessions FOR EACH ROW EXECUTE FUNCTION free_claims_of_session();

CREATE TRIGGER l_answer AFTER INSERT ON kyc_documents FOR EACH ROW EXECUTE FUNCTION answer_requests();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON kyc_requests FOR EACH ROW EXECUTE FUNCTION audit_row('ASKED_FOR_MORE');

-- The standing of each customer: made with the customer, and its risk computed anew after what it rests on has changed.
CREATE TRIGGER m_standing AFTER INSERT ON customers FOR EACH ROW EXECUTE FUNCTION make_standing();
CREATE TRIGGER m_risk AFTER UPDATE OF nationality, country, tax_residences ON customers FOR EACH ROW
  WHEN ((NEW.nationality, NEW.country, NEW.tax_residences) IS DISTINCT FROM (OLD.nationality, OLD.country, OLD.tax_residences))
  EXECUTE FUNCTION risk_of_customer_changed();
CREATE TRIGGER m_risk AFTER INSERT ON accounts FOR EACH ROW WHEN (NEW.customer_id IS NOT NULL) EXECUTE FUNCTION risk_of_account_changed();

-- What two people agreed and what a review found never changes, and is on record.
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON kyc_policies FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON kyc_policies EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON kyc_policies FOR EACH ROW EXECUTE FUNCTION audit_row('KYC_POLICY_AGREED');
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON kyc_reviews FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON kyc_reviews FOR EACH ROW EXECUTE FUNCTION audit_row('REVIEWED');
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON retention_rules FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON retention_rules EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON retention_rules FOR EACH ROW EXECUTE FUNCTION audit_row('RETENTION_AGREED');
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON document_deletions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON document_deletions EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON document_deletions FOR EACH ROW EXECUTE FUNCTION audit_row('DELETED');
CREATE TRIGGER no_delete BEFORE DELETE ON legal_holds FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON legal_holds FOR EACH ROW EXECUTE FUNCTION audit_row('LEGAL_HOLD_PLACED');
