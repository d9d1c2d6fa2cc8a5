-- Applied after everything else in code/.

SELECT ensure_audit_partitions();
SELECT collect_orphan_files();

-- Search keys follow from the code: rows that an older release wrote get those of this one. That is no change of a customer.
ALTER TABLE customers DISABLE TRIGGER USER;
UPDATE customers SET name_key = fold(concat_ws(' ', first_name, last_name)), surname_key = fold(concat_ws(' ', last_name, first_name))
  WHERE name_key <> fold(concat_ws(' ', first_name, last_name));
ALTER TABLE customers ENABLE TRIGGER USER;

-- Everybody may have the plans of one's own session printed, and those of a function's statements hold its values: hashes of passwords,
-- whether a password was right, what a till should hold. What workstations call plans unseen.
DO $$
DECLARE door regprocedure;
BEGIN
  FOR door IN SELECT oid FROM pg_proc WHERE pronamespace = 'corex'::regnamespace AND prosecdef
      AND has_function_privilege('corex_app', oid, 'EXECUTE') LOOP
    EXECUTE format('ALTER FUNCTION %s SET debug_print_plan = off', door);
  END LOOP;
END $$;

SET LOCAL check_function_bodies = DEFAULT;
SET LOCAL client_min_messages = DEFAULT;
