-- Tellers and supervisors open accounts and change their status; balances are written by functions alone.

ALTER TABLE account_kinds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON account_kinds TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON account_kinds FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);

ALTER TABLE accounts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON accounts TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON accounts FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_open ON accounts FOR INSERT TO corex_app
  WITH CHECK ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR') AND customer_id IS NOT NULL);
CREATE POLICY app_status ON accounts FOR UPDATE TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR'));

ALTER TABLE balances ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON balances TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON balances FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
