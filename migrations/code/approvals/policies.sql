-- Approvals are read and written by functions alone.

ALTER TABLE approval_kinds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON approval_kinds TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE approvals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON approvals FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_propose ON approvals FOR INSERT TO corex_owner WITH CHECK (true);
CREATE POLICY owner_decide ON approvals FOR UPDATE TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE proposed_passwords ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON proposed_passwords TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE cash_counts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON cash_counts FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_count ON cash_counts FOR INSERT TO corex_owner WITH CHECK (true);
