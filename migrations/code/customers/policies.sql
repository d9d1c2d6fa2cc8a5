-- Tellers and supervisors register and change customers, auditors read them. An administrator sees none.

ALTER TABLE customers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON customers TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON customers FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_register ON customers FOR INSERT TO corex_app WITH CHECK ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR'));
CREATE POLICY app_change ON customers FOR UPDATE TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR'));
