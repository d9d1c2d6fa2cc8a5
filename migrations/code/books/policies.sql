-- The chart of accounts is read and changed by functions.

ALTER TABLE gl_accounts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON gl_accounts TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE gl_sets ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON gl_sets TO corex_owner USING (true) WITH CHECK (true);

-- Kept by functions and triggers alone.
ALTER TABLE day_seals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON day_seals TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE day_totals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON day_totals TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE book_checks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON book_checks TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE book_check_faults ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON book_check_faults TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE book_check_progress ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON book_check_progress TO corex_owner USING (true) WITH CHECK (true);
