-- Which roles need a second factor is on record; the factors themselves by SECOND_FACTOR_SET and the like, without their secrets.
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON second_factor_roles FOR EACH ROW EXECUTE FUNCTION audit_row();
