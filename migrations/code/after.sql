-- Applied after all functions, triggers, policies and grants.

-- Everybody may have the plans of one's own session printed, and those of a function's statements hold its values: hashes of passwords,
-- whether a password was right, what a till should hold. What workstations call plans unseen.
DO $$
DECLARE door regprocedure;
BEGIN
  FOR door IN SELECT oid FROM pg_proc WHERE pronamespace = 'corex'::regnamespace AND prosecdef
      AND (has_function_privilege('corex_app', oid, 'EXECUTE') OR has_function_privilege('corex_redeem', oid, 'EXECUTE')) LOOP
    EXECUTE format('ALTER FUNCTION %s SET debug_print_plan = off', door);
  END LOOP;
END $$;

SET LOCAL check_function_bodies = DEFAULT;
SET LOCAL client_min_messages = DEFAULT;
