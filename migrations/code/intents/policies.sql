-- Read and written by functions alone, and never changed.

ALTER TABLE settled_intents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON settled_intents FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_settle ON settled_intents FOR INSERT TO corex_owner WITH CHECK (true);
