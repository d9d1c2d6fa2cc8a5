-- Append-only for the owner too. A workstation reads it by functions.

ALTER TABLE audit_logs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON audit_logs FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON audit_logs FOR INSERT TO corex_owner WITH CHECK (true);
