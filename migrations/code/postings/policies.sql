-- Read and written by functions alone. Entries are append-only for the owner too.

ALTER TABLE transactions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON transactions TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON entries FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON entries FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE posting_rules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON posting_rules TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON posting_rules FOR SELECT TO corex_app USING ((SELECT current_user_role()) IS NOT NULL);

ALTER TABLE reversal_reasons ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON reversal_reasons TO corex_owner USING (true) WITH CHECK (true);
