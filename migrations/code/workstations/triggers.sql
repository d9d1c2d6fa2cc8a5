-- Each change of a workstation and of a code is on record, and what is on record stays.

CREATE TRIGGER no_delete BEFORE DELETE ON workstations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON workstations FOR EACH ROW EXECUTE FUNCTION audit_row('ENROLLED');
ALTER TABLE workstations ENABLE ALWAYS TRIGGER no_delete;

CREATE TRIGGER no_delete BEFORE DELETE ON enrolment_codes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON enrolment_codes FOR EACH ROW EXECUTE FUNCTION audit_row();
ALTER TABLE enrolment_codes ENABLE ALWAYS TRIGGER no_delete;
