-- The session of this connection, if it is valid. clock_timestamp(), because now() does not advance in an open transaction. A session
-- that seems to begin later was made while the clock was wrong, and its ten hours could last for years. Whoever has still to give a code
-- may do as little as with a temporary password: must_change_password stands for both (held_back_by in give-code.sql tells them apart).
-- One that nobody has used for an hour is over: its window was locked, or is gone. NULL is an application that does not say so.
CREATE OR REPLACE FUNCTION session_identity() RETURNS identity LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  -- Before the query, which would compute it for every session that it looks at.
  digest bytea := sha256(convert_to(current_setting('corex.session', true), 'UTF8'));
  who identity;
BEGIN
  SELECT u.id, u.role, u.branch_id, s.id, u.must_change_password OR s.awaits_factor, s.build INTO who
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token_hash = digest
      AND s.workstation = session_user AND s.ended_at IS NULL AND s.epoch = u.session_epoch AND u.status = 'ACTIVE'
      AND clock_timestamp() BETWEEN s.created_at - interval '5 minutes' AND least(s.expires_at, s.used_at + interval '1 hour');
  RETURN who;
END $$;

-- Known with a temporary password too: the audit trail names the user who acts.
CREATE OR REPLACE FUNCTION current_user_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT user_id FROM session_identity() $$;

-- The role of whoever asks. Policies begin with it: a read with no session, or an ended one, is refused by name, because no rows would
-- pass for an answer. An old snapshot, which would not see the end of the session, is refused too.
CREATE OR REPLACE FUNCTION current_user_role() RETURNS user_role LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN PERFORM refuse('WRONG_ISOLATION'); END IF;
  who := session_identity();
  IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  IF who.must_change_password THEN PERFORM refuse_held_back(who); END IF;
  RETURN who.role;
END $$;

-- NULL until a temporary password has been changed or a code given, so that no day of a branch is known.
CREATE OR REPLACE FUNCTION current_branch_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT branch_id FROM session_identity() WHERE NOT must_change_password $$;
