-- Keys are for the functions alone; workstations read and write none of these tables.

ALTER TABLE vault_generations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON vault_generations TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE kyc_file_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON kyc_file_keys TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE recovery_sheets ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON recovery_sheets TO corex_owner USING (true) WITH CHECK (true);
