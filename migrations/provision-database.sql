-- What the application needs once per database, before the first migration: privileges revoked, extensions, its schema.
-- Run by a superuser, connected to that database, after provision-cluster.sql. Safe to run again, and to be run again on
-- every database made from a template: database privileges are not copied.

SET client_min_messages = warning;

-- 1. Nothing is open to everybody: no connection, no temporary table (one could shadow a real one), no schema `public`.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO corex_app, corex_redeem', current_database());
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- 2. No code of one's own: DO blocks and functions are for the owner.
REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql, sql TO corex_owner;

-- 3. Functions by which any login could disturb all others: advisory locks (they exhaust shared memory, or hold up a job),
-- large objects (storage outside every policy), transaction numbers, signals, notifications, exported snapshots.
DO $$
DECLARE
  harmful regprocedure;
BEGIN
  FOR harmful IN
    SELECT oid FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace
      AND (proname ~ '^pg_(try_)?advisory_' OR proname ~ '^(lo_.*|lowrite|loread)$' OR proname IN (
        'txid_current', 'pg_current_xact_id', 'pg_terminate_backend', 'pg_cancel_backend', 'pg_notify',
        'pg_export_snapshot', 'pg_logical_emit_message'))
      AND has_function_privilege('public', oid, 'EXECUTE')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', harmful);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION
  pg_current_xact_id(), pg_advisory_xact_lock(bigint), pg_advisory_xact_lock_shared(bigint), pg_try_advisory_xact_lock(bigint)
  TO corex_owner;

-- 4. Extensions, in a schema that workstations cannot name: crypt() is for the sign-in function alone.
CREATE SCHEMA IF NOT EXISTS ext;
REVOKE ALL ON SCHEMA ext FROM PUBLIC;
GRANT USAGE ON SCHEMA ext TO corex_owner;
CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch SCHEMA ext;

-- 5. Functions that a published hole of a server without its newest corrections needs; docs/security.md names them. No login calls one:
-- those with arguments of type `internal` are for the server's own use, to_char() of a moment and what cuts texts by a regular
-- expression for the owner's functions.
DO $$
DECLARE
  needless record;
BEGIN
  FOR needless IN
    SELECT oid::regprocedure AS name, 'internal'::regtype = ANY (proargtypes::oid[]) AS is_internal FROM pg_proc
    WHERE pronamespace IN ('pg_catalog'::regnamespace, 'ext'::regnamespace) AND has_function_privilege('public', oid, 'EXECUTE')
      AND ('internal'::regtype = ANY (proargtypes::oid[]) OR oid = 'to_char(timestamptz, text)'::regprocedure
        OR proname ~ '^regexp_(match|matches|split_to_table|split_to_array|count|instr|substr)$')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', needless.name);
    IF NOT needless.is_internal THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO corex_owner', needless.name); END IF;
  END LOOP;
END $$;

-- 6. The schema of the business. What its owner makes is nobody else's until it is granted: functions would be everybody's.
CREATE SCHEMA IF NOT EXISTS corex AUTHORIZATION corex_owner;
ALTER SCHEMA corex OWNER TO corex_owner;
REVOKE ALL ON SCHEMA corex FROM PUBLIC;
GRANT USAGE ON SCHEMA corex TO corex_app, corex_redeem;
ALTER DEFAULT PRIVILEGES FOR ROLE corex_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- 7. The migrator's own tables, made here so that corex_owner owns them, and what workstations may know of them.
SET ROLE corex_owner;
CREATE TABLE IF NOT EXISTS corex.kysely_migration (
  name varchar(255) PRIMARY KEY,
  "timestamp" varchar(255) NOT NULL
);
COMMENT ON TABLE corex.kysely_migration IS 'Migrations that have been run; written by the migrator.';
CREATE TABLE IF NOT EXISTS corex.kysely_migration_lock (
  id varchar(255) PRIMARY KEY,
  is_locked integer NOT NULL DEFAULT 0
);
COMMENT ON TABLE corex.kysely_migration_lock IS 'Required by the migrator, which serialises itself by an advisory lock.';
CREATE TABLE IF NOT EXISTS corex.migration_hashes (
  name varchar(255) PRIMARY KEY,
  hash text NOT NULL CONSTRAINT migration_hashes_sha256 CHECK (hash ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE corex.migration_hashes IS 'SHA-256 of each migration file as it was run; written by the migrator.';
CREATE TABLE IF NOT EXISTS corex.schema_serves (
  one boolean PRIMARY KEY DEFAULT true CONSTRAINT schema_serves_one CHECK (one),
  oldest varchar(255) NOT NULL CONSTRAINT schema_serves_marker CHECK (oldest ~ '^[0-9]{4}-code$')
);
COMMENT ON TABLE corex.schema_serves IS 'The oldest application that works with the schema, by its newest marker; written by the migrator.';
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['kysely_migration', 'kysely_migration_lock', 'migration_hashes', 'schema_serves'] LOOP
    EXECUTE format('ALTER TABLE corex.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    IF NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = 'corex' AND tablename = name) THEN
      EXECUTE format('CREATE POLICY owner_reads ON corex.%I FOR SELECT TO corex_owner USING (true)', name);
    END IF;
  END LOOP;
END $$;
-- What has been run, and the oldest application that is served. The hash is null where release 0.1, which recorded none, ran the migration.
CREATE OR REPLACE FUNCTION corex.schema_on_record() RETURNS TABLE (name text, hash text, oldest text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET debug_print_plan = off AS $$
  SELECT m.name::text, h.hash, (SELECT s.oldest::text FROM schema_serves s)
  FROM kysely_migration m LEFT JOIN migration_hashes h ON h.name = m.name ORDER BY m.name COLLATE "C" $$;
-- The same for releases that open only the schema that they know (until 0300-code): a workstation that is served sees what it knows.
CREATE OR REPLACE FUNCTION corex.applied_migrations() RETURNS TABLE (name text, hash text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET debug_print_plan = off AS $$
  SELECT r.name, r.hash FROM schema_on_record() AS r
  WHERE r.oldest IS NULL OR r.oldest > '0300-code' OR r.name <= '0300-code' COLLATE "C"
    OR (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) $$;
GRANT EXECUTE ON FUNCTION corex.schema_on_record(), corex.applied_migrations() TO corex_app;

-- 8. Keys of rows. Time-ordered ones load a third faster than random ones and write a ninth of the WAL. PostgreSQL 18 has
-- uuidv7() built in; before it, column defaults need ours, so it has to be there before the first table.
DO $do$ BEGIN
  IF current_setting('server_version_num')::int < 180000 THEN
    EXECUTE $f$
      CREATE OR REPLACE FUNCTION corex.uuidv7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE
      SET search_path = pg_catalog, corex, ext, pg_temp AS $$
        SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
          PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
          52, 1), 53, 1), 'hex')::uuid $$ $f$;
    GRANT EXECUTE ON FUNCTION corex.uuidv7() TO corex_app; -- column defaults run as the inserting role
  END IF;
END $do$;
RESET ROLE;

-- 9. Logins of workstations. corex_owner's functions decide which, these make them, and only by a name as workstations have.
CREATE SCHEMA IF NOT EXISTS corex_logins;
REVOKE ALL ON SCHEMA corex_logins FROM PUBLIC;
GRANT USAGE ON SCHEMA corex_logins TO corex_owner;
GRANT EXECUTE ON FUNCTION pg_terminate_backend(int, bigint) TO corex_enroller;

-- Refuses a name that is not as workstations have, and a login that is a member of anything but corex_app.
CREATE OR REPLACE FUNCTION corex_logins.require_workstation(p_login text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_login !~ '^ws_[a-z0-9_]{1,60}$' OR EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
      WHERE r.rolname = p_login AND m.roleid <> to_regrole('corex_app')) THEN
    RAISE EXCEPTION 'Not the login of a workstation: %', p_login USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- Gives it the password of which this is the SCRAM secret (RFC 5803): no server and no log ever has the password itself.
CREATE OR REPLACE FUNCTION corex_logins.set_verifier(p_login text, p_verifier text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM corex_logins.require_workstation(p_login);
  IF p_verifier !~ '^SCRAM-SHA-256\$[0-9]{4,6}:[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$' THEN
    RAISE EXCEPTION 'Not a SCRAM secret' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', p_login, p_verifier);
END $$;

CREATE OR REPLACE FUNCTION corex_logins.make(p_login text, p_verifier text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM corex_logins.require_workstation(p_login);
  EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT 20', p_login);
  PERFORM corex_logins.set_verifier(p_login, p_verifier);
  EXECUTE format('ALTER ROLE %I SET temp_file_limit = ''128MB''', p_login);
  EXECUTE format('GRANT corex_app TO %I', p_login);
END $$;

-- Nobody signs in with it any more. The password stays, so that whoever proves it is told that the login is closed. What it has open is
-- ended first: a transaction of its own that changes it would keep this waiting for as long as it likes.
CREATE OR REPLACE FUNCTION corex_logins.close(p_login text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM corex_logins.require_workstation(p_login);
  IF to_regrole(p_login) IS NULL THEN RETURN; END IF;
  PERFORM pg_stat_clear_snapshot(); -- or a second try within a transaction would see the connections of the first
  PERFORM pg_terminate_backend(pid, 0) FROM pg_stat_activity WHERE usename = p_login;
  EXECUTE format('ALTER ROLE %I NOLOGIN', p_login);
END $$;

-- Ends what a closed login still has open. Answers one row a connection.
CREATE OR REPLACE FUNCTION corex_logins.end_connections(p_login text) RETURNS SETOF boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_stat_clear_snapshot();
  RETURN QUERY SELECT pg_terminate_backend(a.pid, 0) FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
    WHERE r.rolname = p_login AND p_login ~ '^ws_' AND NOT r.rolcanlogin;
END $$;

-- Transactions of a login which have changed or locked something, but the caller's own.
CREATE OR REPLACE FUNCTION corex_logins.transactions_of(p_login text) RETURNS TABLE (pid int, transactionid xid) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_stat_clear_snapshot(); -- or a second look within a transaction would see what the first saw
  RETURN QUERY SELECT l.pid, l.transactionid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE a.usename = p_login AND l.locktype = 'transactionid' AND l.mode = 'ExclusiveLock' AND l.granted AND l.pid <> pg_backend_pid();
END $$;

-- Ends those of a workstation, or of the redeem login, that have been open for half a second: whoever leaves one open keeps everybody
-- waiting for what it holds.
CREATE OR REPLACE FUNCTION corex_logins.interrupt(p_login text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE open_ones xid[] := ARRAY(SELECT transactionid FROM corex_logins.transactions_of(p_login));
BEGIN
  IF p_login <> 'corex_redeem' THEN PERFORM corex_logins.require_workstation(p_login); END IF;
  IF open_ones = '{}' THEN RETURN; END IF;
  PERFORM pg_sleep(0.5);
  PERFORM pg_terminate_backend(pid, 0) FROM corex_logins.transactions_of(p_login) WHERE transactionid = ANY (open_ones);
END $$;

-- Lets codes be redeemed until then. The password is in every copy of the application; whoever changes it by SQL only keeps the next
-- computer waiting for the next code, which sets it again.
CREATE OR REPLACE FUNCTION corex_logins.set_redeem(p_until timestamptz) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET lock_timeout = '500ms' AS $$
BEGIN
  ALTER ROLE corex_redeem RESET ALL;
  ALTER ROLE corex_redeem SET temp_file_limit = '1MB';
  EXECUTE format('ALTER ROLE corex_redeem LOGIN CONNECTION LIMIT 8 VALID UNTIL %L PASSWORD %L', p_until,
    'SCRAM-SHA-256$4096:Y29yZXggcmVkZWVtIDEhIQ==$'
    '9hGmcXoKjXTflgmLLbHxwltbJ4BPs6w+B8Fylr98AB8=:t4nbXWDrjMSEV8UHQgveNVwixHHGTHcQAFnHrFX4yBY=');
END $$;

-- What the redeem login has open here is ended: connections that do nothing would leave no place for an enrolment. By the same code one
-- that was under way goes on.
CREATE OR REPLACE FUNCTION corex_logins.open_redeem(p_until timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE until timestamptz := greatest(p_until, (SELECT nullif(rolvaliduntil, 'infinity') FROM pg_roles WHERE rolname = 'corex_redeem'));
BEGIN
  PERFORM pg_terminate_backend(pid, 0) FROM pg_stat_activity WHERE usename = 'corex_redeem' AND datname = current_database();
  FOR n IN 1..9 LOOP
    BEGIN
      PERFORM corex_logins.set_redeem(until);
      RETURN;
    EXCEPTION WHEN lock_not_available OR internal_error THEN -- the second: it was changed meanwhile
      PERFORM corex_logins.interrupt('corex_redeem');
    END;
  END LOOP;
  PERFORM corex_logins.set_redeem(until);
END $$;

DO $$
DECLARE door regprocedure;
BEGIN
  FOR door IN SELECT oid FROM pg_proc WHERE pronamespace = 'corex_logins'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO corex_enroller', door);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO corex_owner', door);
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA corex_logins TO corex_enroller;
RESET client_min_messages;
