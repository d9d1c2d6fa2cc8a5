-- Files of payments are read and posted by functions.

ALTER TABLE payment_imports ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON payment_imports TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE payment_lines ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON payment_lines TO corex_owner USING (true) WITH CHECK (true);
