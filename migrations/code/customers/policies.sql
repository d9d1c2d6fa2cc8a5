-- Customers are registered, changed and read by functions. An administrator sees none.

ALTER TABLE customers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON customers TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE customer_corrections ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON customer_corrections TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE name_parts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON name_parts TO corex_owner USING (true) WITH CHECK (true);
