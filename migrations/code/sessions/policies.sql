-- Sessions and attempts are for the functions alone: a workstation that could read them could tell who is signed in where.

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON sessions TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON sign_in_attempts TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE second_factors ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON second_factors TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON recovery_codes TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE second_factor_roles ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON second_factor_roles TO corex_owner USING (true) WITH CHECK (true);
