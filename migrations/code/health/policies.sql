-- Read by functions, and written by the server's own administrator.

ALTER TABLE server_reports ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON server_reports TO corex_owner USING (true) WITH CHECK (true);
