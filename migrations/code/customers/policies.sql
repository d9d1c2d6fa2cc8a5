-- Customers are registered, changed and read by functions. An administrator sees none.

ALTER TABLE customers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON customers TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON customers FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));

ALTER TABLE customer_corrections ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON customer_corrections TO corex_owner USING (true) WITH CHECK (true);
