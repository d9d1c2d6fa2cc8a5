-- What the application needs once per server: two roles that nobody can sign in with, and no access to other databases.
-- Run by a superuser, connected to the maintenance database `postgres`. Safe to run again.

DO $$
BEGIN
  -- Two administrators may do this at the same moment.
  PERFORM pg_advisory_xact_lock(hashtextextended('corex provisioning', 0));

  -- Owns every object. Nobody can sign in as it, so nobody can disable a trigger or read past a policy.
  IF to_regrole('corex_owner') IS NULL THEN CREATE ROLE corex_owner; END IF;
  -- What every workstation may do. Workstations are members of it with logins of their own.
  IF to_regrole('corex_app') IS NULL THEN CREATE ROLE corex_app; END IF;
END $$;

ALTER ROLE corex_owner NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE corex_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- Its functions say who receives the server's log and how far behind they are, which the server shows to nobody else.
GRANT pg_read_all_stats TO corex_owner;

-- A workstation's login has no business in another database: from there it could hold locks or read catalogues.
REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
