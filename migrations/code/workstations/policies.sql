-- Workstations, codes and attempts are for the functions alone.

DO $$
DECLARE each name;
BEGIN
  FOREACH each IN ARRAY ARRAY['workstations', 'workstation_visits', 'enrolment_codes', 'enrolment_attempts', 'enrolment_rules'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', each);
    EXECUTE format('CREATE POLICY owner_all ON %I TO corex_owner USING (true) WITH CHECK (true)', each);
  END LOOP;
END $$;
