-- Applied before everything else in code/: drops the triggers and policies that code/ creates, so that what it no longer contains is gone
-- afterwards. It needs each table for itself. Where people work meanwhile, it comes after all functions (electron/db/run-online.ts). All of
-- it happens in one transaction, so that nobody sees a database without its policies.

SET LOCAL client_min_messages = warning;

DO $$
DECLARE
  -- Made by provision-database.sql, not by code/.
  provisioned text[] := '{kysely_migration,kysely_migration_lock,migration_hashes,schema_serves}';
  each record;
BEGIN
  FOR each IN SELECT tgname AS name, tgrelid::regclass AS on_table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'corex'::regnamespace AND NOT c.relispartition AND NOT t.tgisinternal LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', each.name, each.on_table);
  END LOOP;
  FOR each IN SELECT policyname AS name, tablename AS on_table FROM pg_policies
      WHERE schemaname = 'corex' AND NOT tablename = ANY (provisioned) LOOP
    EXECUTE format('DROP POLICY %I ON %I', each.name, each.on_table);
  END LOOP;
END $$;
REVOKE ALL ON ALL TABLES IN SCHEMA corex FROM corex_app;
