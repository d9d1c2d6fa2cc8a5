-- Append-only for the owner too, and nothing new without its cause, which a posting says itself. A workstation reads it by functions.

ALTER TABLE audit_logs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON audit_logs FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON audit_logs FOR INSERT TO corex_owner
  WITH CHECK (action = 'POSTED' AND cause_type IS NULL OR cause_type <> 'UNRECORDED' AND workstation IS NOT NULL AND build IS NOT NULL);

ALTER TABLE acting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON acting TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE job_runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON job_runs TO corex_owner USING (true) WITH CHECK (true);
