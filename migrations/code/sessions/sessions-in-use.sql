-- Sessions as people see them.

-- Whether the session of this connection is valid, and that it is in use: noted once a minute.
CREATE OR REPLACE FUNCTION note_use() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := session_identity();
BEGIN
  IF who.user_id IS NULL THEN RETURN false; END IF;
  -- One that is locked is being changed anyway, by whoever ends it: nothing waits here.
  UPDATE sessions SET used_at = clock_timestamp() WHERE id IN (SELECT id FROM sessions WHERE id = who.session_id
    AND (used_at > clock_timestamp() - interval '1 minute') IS NOT TRUE FOR UPDATE SKIP LOCKED);
  RETURN true;
END $$;

-- The caller's own, the newest first. One that the caller does not know is somebody else's who has the password.
CREATE OR REPLACE FUNCTION own_sessions() RETURNS TABLE (workstation text, since timestamptz, used_at timestamptz, ended_at timestamptz,
  here boolean) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE who identity := require_identity();
BEGIN
  RETURN QUERY SELECT s.workstation::text, s.created_at, s.used_at, CASE WHEN s.id <> who.session_id THEN
      coalesce(s.ended_at, least(s.expires_at, clock_timestamp())) END, s.id = who.session_id
    FROM sessions s WHERE s.user_id = who.user_id ORDER BY s.created_at DESC LIMIT 10;
END $$;

-- Ends whatever sessions somebody else of the branch has, at once: the number on the user does it, also where a session keeps its row
-- locked. Workstations are told, and look.
CREATE OR REPLACE FUNCTION end_sessions(p_user uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE changed users := require_other_user(p_user);
BEGIN
  UPDATE users SET session_epoch = session_epoch + 1 WHERE id = changed.id;
  PERFORM end_sessions_of(changed.id, 'ADMINISTRATOR');
  PERFORM write_audit(current_user_id(), 'SESSIONS_ENDED', 'users', p_user, '{}');
  PERFORM interrupt_users(ARRAY[p_user]);
END $$;
