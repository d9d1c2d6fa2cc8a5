-- Every signed-in user reads the staff (which columns: grants.sql). Keys are for the functions alone.

ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON users TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON users FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);

ALTER TABLE user_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON user_keys TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE common_passwords ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON common_passwords FOR SELECT TO corex_owner USING (true);
