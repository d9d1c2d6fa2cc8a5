-- Lists, cases and all that is kept to find them are read and changed by functions.

ALTER TABLE latin_letters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON latin_letters TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE screening_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON screening_versions TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE screening_entities ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON screening_entities TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE screening_names ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON screening_names TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE screening_words ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON screening_words TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE screening_word_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON screening_word_keys TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE screening_places ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON screening_places TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE screening_near ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON screening_near TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE screening_compared ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON screening_compared TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE screening_runs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON screening_runs TO corex_owner USING (true) WITH CHECK (true);

ALTER TABLE screening_cases ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON screening_cases TO corex_owner USING (true) WITH CHECK (true);
