-- Notes that the workstation was locked. The session stays valid, so that typed work is kept; the auditor sees when.
CREATE OR REPLACE FUNCTION note_lock() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := session_identity();
BEGIN
  PERFORM require_sound_transaction();
  IF who.user_id IS NOT NULL THEN
    PERFORM write_audit(who.user_id, 'LOCK', 'users', who.user_id, jsonb_build_object('workstation', session_user));
  END IF;
END $$;
