-- Limits are read and proposed by functions, and what was posted alone is kept by postings.

ALTER TABLE posting_limits ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON posting_limits FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_add ON posting_limits FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE reversal_limits ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON reversal_limits FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_add ON reversal_limits FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE person_sums ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON person_sums TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE account_sums ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON account_sums TO corex_owner USING (true) WITH CHECK (true);
