-- Currencies are no secret: the first-run wizard shows them before there is a user.

ALTER TABLE currencies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON currencies TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON currencies FOR SELECT TO corex_app USING (true);
