-- Read by the roles that work with tills, at the tills' branch; written by functions alone.

ALTER TABLE tills ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON tills TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON tills FOR SELECT TO corex_app
  -- One expression, so that a dead session is refused by name before anything is looked up.
  USING (branch_id = (SELECT CASE WHEN current_user_role() IN ('TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN') THEN current_branch_id() END));

ALTER TABLE till_sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON till_sessions TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON till_sessions FOR SELECT TO corex_app
  USING ((SELECT current_user_role()) IS NOT NULL AND till_id IN (SELECT id FROM tills));
