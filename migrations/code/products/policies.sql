-- Read and written by functions alone.

ALTER TABLE products ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON products TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE product_terms ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON product_terms FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON product_terms FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE interest_accruals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON interest_accruals TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE loans ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON loans FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON loans FOR INSERT TO corex_owner WITH CHECK (true);
CREATE POLICY owner_update ON loans FOR UPDATE TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE loan_instalments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON loan_instalments FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON loan_instalments FOR INSERT TO corex_owner WITH CHECK (true);

ALTER TABLE monthly_fees ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON monthly_fees TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE day_job_parts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON day_job_parts TO corex_owner USING (true) WITH CHECK (true);
