-- What was agreed stays: terms are never changed, not even by the owner.

CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON products FOR EACH ROW EXECUTE FUNCTION audit_row();
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON product_terms FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON product_terms EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON product_terms FOR EACH ROW EXECUTE FUNCTION audit_row();
ALTER TABLE product_terms ENABLE ALWAYS TRIGGER no_change;
ALTER TABLE product_terms ENABLE ALWAYS TRIGGER no_truncate;
