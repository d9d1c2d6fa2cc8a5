-- Append-only for the owner too. Auditors and administrators read it.

ALTER TABLE audit_logs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON audit_logs FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON audit_logs FOR INSERT TO corex_owner WITH CHECK (true);
CREATE POLICY app_read ON audit_logs FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('AUDITOR', 'ADMIN'));
