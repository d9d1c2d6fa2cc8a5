-- What a workstation does by itself each time it opens the database, before anybody signs in.

-- Notes that it was here, and answers whether its password is old enough for another one. Logins that no code made keep theirs.
CREATE OR REPLACE FUNCTION note_visit(p_computer text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_sound_transaction(), require_first_change(), require_enrolled();
  INSERT INTO workstation_visits AS v (login, computer, build, address)
    VALUES (session_user, left(regexp_replace(coalesce(p_computer, ''), '[[:cntrl:]]', '', 'g'), 100), stated_build(),
      host(inet_client_addr()))
    ON CONFLICT (login) DO UPDATE SET computer = excluded.computer, build = excluded.build, address = excluded.address,
      seen_at = excluded.seen_at;
  RETURN coalesce((SELECT rotated_at < clock_timestamp() - rotate_after FROM workstations, enrolment_rules
    WHERE login = session_user AND status = 'ACTIVE'), false);
END $$;

-- Gives the login that asks another password, of which only the secret arrives. Errors: WORKSTATION_NOT_FOUND, WORKSTATION_REVOKED.
CREATE OR REPLACE FUNCTION rotate_password(p_verifier text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_sound_transaction(), require_first_change(), require_enrolled();
  UPDATE workstations SET rotated_at = clock_timestamp() WHERE login = session_user;
  IF NOT FOUND THEN PERFORM refuse('WORKSTATION_NOT_FOUND'); END IF;
  PERFORM corex_logins.set_verifier(session_user, p_verifier);
END $$;
