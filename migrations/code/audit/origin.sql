-- Under which actor, from what cause, where and by which build a row is written. It is never taken from a setting that whoever asks
-- could change meanwhile: person, workstation and build come from the session, and what a function says by acting_as() is kept in
-- a table that workstations do not reach.

-- The build that a connection says it is of, before anybody is signed in on it.
CREATE OR REPLACE FUNCTION stated_build() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(nullif(left(regexp_replace(current_setting('corex.build', true), '[^ -~]', '', 'g'), 100), ''), 'unrecorded') $$;

-- The owner writes under no session: an upgrade, or the loader of made-up data. Its build is the schema's.
CREATE OR REPLACE FUNCTION own_origin() RETURNS origin LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ROW(NULL, 'MIGRATION', 'UPGRADE', NULL, session_user, NULL, 'schema ' || schema_version())::corex.origin $$;

-- Of a workstation: the person who is signed in, or whoever sets the branch up before there is one.
CREATE OR REPLACE FUNCTION session_origin() RETURNS origin LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := session_identity();
BEGIN
  IF who.session_id IS NULL THEN
    RETURN ROW(NULL, 'PERSON', 'SETUP', NULL, session_user, NULL, stated_build())::origin;
  END IF;
  RETURN ROW(who.user_id, 'PERSON', 'SESSION', who.session_id, session_user, who.session_id, who.build)::origin;
END $$;

-- The origin of what the current transaction writes now.
CREATE OR REPLACE FUNCTION current_origin() RETURNS origin LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  made origin := CASE WHEN is_workstation() THEN session_origin() ELSE own_origin() END;
  said acting;
BEGIN
  SELECT * INTO said FROM acting WHERE pid = pg_backend_pid() AND xid = pg_current_xact_id_if_assigned();
  IF FOUND THEN
    made.user_id := said.user_id;
    made.actor := said.actor;
    made.cause_type := said.cause_type;
    made.cause_id := said.cause_id;
  END IF;
  RETURN made;
END $$;

-- From here to the end of the transaction rows are audited under this actor and cause. A person is whoever is signed in, unless another
-- one is named: what a second person has approved is its proposer's.
CREATE OR REPLACE FUNCTION acting_as(p_actor actor_kind, p_cause_type text, p_cause_id uuid, p_user uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE person uuid := CASE p_actor WHEN 'PERSON' THEN coalesce(p_user, current_user_id()) END;
BEGIN
  INSERT INTO acting (pid, xid, user_id, actor, cause_type, cause_id)
    VALUES (pg_backend_pid(), pg_current_xact_id(), person, p_actor, p_cause_type, p_cause_id)
    ON CONFLICT (pid) DO UPDATE SET xid = excluded.xid, user_id = excluded.user_id, actor = excluded.actor,
      cause_type = excluded.cause_type, cause_id = excluded.cause_id;
END $$;

-- Whether the transaction does what a job is for: then nobody need be signed in.
CREATE OR REPLACE FUNCTION acts_as_job() RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM acting WHERE pid = pg_backend_pid() AND xid = pg_current_xact_id_if_assigned() AND actor = 'JOB') $$;

-- What people call the cause of a row; null where it has no name.
CREATE OR REPLACE FUNCTION cause_name(p_type text, p_id uuid) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE p_type
    WHEN 'TILL_SESSION' THEN (SELECT t.name FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.id = p_id)
    WHEN 'POSTING' THEN (SELECT transaction_id FROM transactions WHERE id = p_id)
    WHEN 'JOB' THEN coalesce((SELECT kind FROM job_runs WHERE id = p_id), (SELECT job FROM job_attempts WHERE id = p_id)) END $$;
