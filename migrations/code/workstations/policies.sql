-- Workstations, codes and attempts are for the functions alone.

ALTER TABLE workstations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON workstations TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE workstation_visits ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON workstation_visits TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE enrolment_codes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON enrolment_codes TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE enrolment_attempts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON enrolment_attempts TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE enrolment_rules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON enrolment_rules TO corex_owner USING (true) WITH CHECK (true);
