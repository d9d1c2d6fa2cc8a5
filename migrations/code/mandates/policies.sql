-- Powers and signatures are read and written by functions.

ALTER TABLE parties ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON parties FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON parties FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE posting_signers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON posting_signers FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON posting_signers FOR INSERT TO corex_owner WITH CHECK (true);
