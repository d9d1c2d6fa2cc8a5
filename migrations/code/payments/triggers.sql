-- A file is on record with its hash, and so is what becomes of it; its lines are postings, which are on record themselves.

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON payment_imports FOR EACH ROW EXECUTE FUNCTION audit_row();
