-- Append-only for the owner too, and nothing new without its cause. A workstation reads it by functions.

ALTER TABLE audit_logs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON audit_logs FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON audit_logs FOR INSERT TO corex_owner WITH CHECK (cause_type <> 'UNRECORDED');

ALTER TABLE acting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON acting TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE job_runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON job_runs TO corex_owner USING (true) WITH CHECK (true);
