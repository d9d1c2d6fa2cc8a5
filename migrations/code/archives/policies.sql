-- Written and read by functions alone.

ALTER TABLE archive_pieces ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON archive_pieces TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE archive_seals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON archive_seals TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE archive_checks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON archive_checks TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE archive_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON archive_events TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE audit_logs_archive ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON audit_logs_archive FOR SELECT TO corex_owner USING (true);
