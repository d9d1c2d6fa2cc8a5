-- Ends the session of this connection. Without one it does nothing.
CREATE OR REPLACE FUNCTION sign_out() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := session_identity();
BEGIN
  UPDATE sessions SET ended_at = clock_timestamp(), ended_because = 'SIGNED_OUT' WHERE id = who.session_id AND ended_at IS NULL;
  IF FOUND THEN
    PERFORM write_audit(who.user_id, 'SIGN_OUT', 'users', who.user_id,
      jsonb_build_object('workstation', session_user, 'rowsRead', reads_of(who.user_id)));
  END IF;
END $$;

-- Marks all sessions of a user as ended, except one where it is given. The number on the user (users/end-sessions.sql) has ended them
-- already, also one that begins at this moment and one whose row its holder keeps locked; the rows say why, and workstations are told to
-- look at theirs.
CREATE OR REPLACE FUNCTION end_sessions_of(p_user uuid, p_because text, p_except uuid DEFAULT NULL) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE sessions SET epoch = (SELECT session_epoch FROM users WHERE id = p_user) WHERE id = p_except;
  UPDATE sessions SET ended_at = clock_timestamp(), ended_because = p_because WHERE id IN (SELECT id FROM sessions
    WHERE user_id = p_user AND ended_at IS NULL AND id IS DISTINCT FROM p_except FOR UPDATE SKIP LOCKED);
  NOTIFY corex_sessions $$;

-- Why the session of this connection is no longer valid; no row while it is, and for a token that never was one.
CREATE OR REPLACE FUNCTION session_end() RETURNS TABLE (because text, ended_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN s.ended_at IS NOT NULL THEN coalesce(s.ended_because, 'OTHER')
      WHEN u.status <> 'ACTIVE' OR s.epoch <> u.session_epoch THEN 'ADMINISTRATOR' ELSE 'EXPIRED' END,
    coalesce(s.ended_at, least(s.expires_at, clock_timestamp()))
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = sha256(convert_to(current_setting('corex.session', true), 'UTF8')) AND s.workstation = session_user
    AND NOT EXISTS (SELECT FROM session_identity() WHERE session_id IS NOT NULL) $$;
