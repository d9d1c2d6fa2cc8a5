-- The functions read and write as the owner; workstations do neither. Files are append-only for the owner too.

ALTER TABLE kyc_files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON kyc_files FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON kyc_files FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE kyc_documents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON kyc_documents TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE kyc_pages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON kyc_pages FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON kyc_pages FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE kyc_readings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON kyc_readings FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON kyc_readings FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE kyc_claims ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON kyc_claims TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE kyc_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON kyc_requests TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE kyc_standing ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON kyc_standing TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE kyc_policies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON kyc_policies FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_add ON kyc_policies FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE retention_rules ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON retention_rules FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_add ON retention_rules FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE document_deletions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON document_deletions FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_add ON document_deletions FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE legal_holds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON legal_holds TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE risk_factors ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON risk_factors FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_add ON risk_factors FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE kyc_reviews ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON kyc_reviews FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_add ON kyc_reviews FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE document_views ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON document_views FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON document_views FOR INSERT TO corex_owner WITH CHECK (true);
CREATE POLICY owner_mark ON document_views FOR UPDATE TO corex_owner USING (true);
