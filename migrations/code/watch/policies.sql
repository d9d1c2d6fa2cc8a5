-- People at the counter, rules and alerts are read by functions, and what is counted is kept by postings.

ALTER TABLE posting_presenters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON posting_presenters FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_add ON posting_presenters FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE presenter_links ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON presenter_links TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE cash_sums ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON cash_sums TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE cash_rules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON cash_rules FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_add ON cash_rules FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE cash_alerts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON cash_alerts TO corex_owner USING (true) WITH CHECK (true);
