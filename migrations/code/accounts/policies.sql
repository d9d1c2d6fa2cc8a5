-- Kinds of accounts are no secret among the staff; accounts and balances are for the functions alone.

ALTER TABLE account_kinds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON account_kinds TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON account_kinds FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);

ALTER TABLE accounts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON accounts TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE holds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON holds TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE balances ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON balances TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE passbook_layouts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON passbook_layouts FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON passbook_layouts FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE passbooks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON passbooks TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE passbook_prints ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON passbook_prints TO corex_owner USING (true) WITH CHECK (true);
