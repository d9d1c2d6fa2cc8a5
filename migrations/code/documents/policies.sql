-- Tellers and supervisors upload, supervisors decide, auditors read. Files are append-only for the owner too.

ALTER TABLE kyc_files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON kyc_files FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON kyc_files FOR INSERT TO corex_owner WITH CHECK (true);
CREATE POLICY app_read ON kyc_files FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_upload ON kyc_files FOR INSERT TO corex_app WITH CHECK ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR'));

ALTER TABLE kyc_documents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON kyc_documents TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON kyc_documents FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_upload ON kyc_documents FOR INSERT TO corex_app WITH CHECK ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR'));
CREATE POLICY app_decide ON kyc_documents FOR UPDATE TO corex_app USING ((SELECT current_user_role()) = 'SUPERVISOR');
