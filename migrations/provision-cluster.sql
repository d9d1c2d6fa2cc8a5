-- What the application needs once per server: three roles that nobody can sign in with, one that only redeems codes, and no access to other
-- databases.
-- Run by a superuser, connected to the maintenance database `postgres`. Safe to run again.

DO $$
BEGIN
  -- Two administrators may do this at the same moment.
  PERFORM pg_advisory_xact_lock(hashtextextended('corex provisioning', 0));

  -- Owns every object. Nobody can sign in as it, so nobody can disable a trigger or read past a policy.
  IF to_regrole('corex_owner') IS NULL THEN CREATE ROLE corex_owner; END IF;
  -- What every workstation may do. Workstations are members of it with logins of their own.
  IF to_regrole('corex_app') IS NULL THEN CREATE ROLE corex_app; END IF;
  -- Makes and closes the logins of workstations, by the functions of corex_logins (provision-database.sql) and by nothing else.
  IF to_regrole('corex_enroller') IS NULL THEN CREATE ROLE corex_enroller; END IF;
  -- Turns a code into a workstation's login. Its password is no secret: it can do nothing without a code, and is closed while none is open.
  IF to_regrole('corex_redeem') IS NULL THEN CREATE ROLE corex_redeem NOLOGIN; END IF;
END $$;

ALTER ROLE corex_owner NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE corex_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE corex_enroller NOLOGIN NOSUPERUSER NOCREATEDB CREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE corex_redeem NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 8;
ALTER ROLE corex_redeem SET temp_file_limit = '1MB';

-- The limit that no workstation lifts, and the end of a closed login's connections.
GRANT SET ON PARAMETER temp_file_limit TO corex_enroller;
GRANT pg_signal_backend TO corex_enroller;
DO $$
BEGIN
  -- Since 16 a role passes on, and changes, what it was given the right to; before, every role that may create roles could.
  IF current_setting('server_version_num')::int >= 160000 THEN
    EXECUTE format('GRANT %I, %I TO corex_enroller WITH ADMIN TRUE, INHERIT FALSE, SET FALSE', 'corex_app', 'corex_redeem');
  END IF;
END $$;

-- Its functions say who receives the server's log and how far behind they are, which the server shows to nobody else.
GRANT pg_read_all_stats TO corex_owner;

-- A workstation's login has no business in another database: from there it could hold locks or read catalogues.
REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
