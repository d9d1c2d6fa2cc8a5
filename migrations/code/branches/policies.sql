-- Every signed-in user reads the branches and the days of their own; functions write them. Withdrawals, and what may cross a
-- branch's boundary, are for the functions alone.

ALTER TABLE branches ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON branches TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON branches FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);

ALTER TABLE business_days ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON business_days TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON business_days FOR SELECT TO corex_app
  USING ((SELECT current_user_role()) IS NOT NULL AND branch_id = (SELECT current_branch_id()));

ALTER TABLE branch_crossings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON branch_crossings TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE day_withdrawals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON day_withdrawals TO corex_owner USING (true) WITH CHECK (true);

-- What proved a day is appended, and never changed.
ALTER TABLE day_proofs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON day_proofs FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON day_proofs FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE closed_months ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON closed_months FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON closed_months FOR INSERT TO corex_owner WITH CHECK (true);
