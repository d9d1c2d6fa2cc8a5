-- Every signed-in user reads the branch and its days; functions write them. What may cross a branch's boundary is for the functions alone.

ALTER TABLE branches ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON branches TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON branches FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);

ALTER TABLE business_days ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON business_days TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON business_days FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);

ALTER TABLE branch_crossings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON branch_crossings TO corex_owner USING (true) WITH CHECK (true);
