-- Read and written by functions alone.

ALTER TABLE jobs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON jobs TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE job_attempts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON job_attempts TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE audit_growth ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON audit_growth TO corex_owner USING (true) WITH CHECK (true);
