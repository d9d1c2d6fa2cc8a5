-- Read by the roles that work with tills; written by functions alone.

ALTER TABLE tills ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON tills TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON tills FOR SELECT TO corex_app
  USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'));

ALTER TABLE till_sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON till_sessions TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON till_sessions FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);
