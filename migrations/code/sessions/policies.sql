-- Sessions and attempts are for the functions alone: a workstation that could read them could tell who is signed in where.

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON sessions TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON sign_in_attempts TO corex_owner USING (true) WITH CHECK (true);
