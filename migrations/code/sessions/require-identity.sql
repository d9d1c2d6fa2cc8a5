-- Refuses a transaction that reads an old snapshot, which would not see a sign-out or a new password, and one whose commit does
-- not wait for the disk.
CREATE OR REPLACE FUNCTION require_sound_transaction() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN PERFORM refuse('WRONG_ISOLATION'); END IF;
  IF current_setting('synchronous_commit') IN ('off', 'local') THEN PERFORM refuse('WRONG_DURABILITY'); END IF;
END $$;

-- Who is signed in, or a refusal.
CREATE OR REPLACE FUNCTION require_identity(VARIADIC allowed user_role[] DEFAULT '{ADMIN,TELLER,SUPERVISOR,AUDITOR,API_USER}')
RETURNS identity LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' OR current_setting('synchronous_commit') <> 'on' THEN
    PERFORM require_sound_transaction();
  END IF;
  who := session_identity();
  IF (who.role = ANY (allowed) AND NOT who.must_change_password) IS NOT TRUE THEN
    IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
    IF who.must_change_password THEN PERFORM refuse_held_back(who); END IF;
    PERFORM refuse('FORBIDDEN');
  END IF;
  RETURN who;
END $$;

-- Refuses a transaction that has written before. A function that changes something is called once a transaction: by one statement over
-- a list, a stolen token would freeze every account or register twenty thousand customers.
CREATE OR REPLACE FUNCTION require_first_change() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF is_workstation() AND pg_current_xact_id_if_assigned() IS NOT NULL THEN PERFORM refuse('ONE_CHANGE_A_TRANSACTION'); END IF;
END $$;

-- Who is signed in and may make this change, or a refusal. Every function that changes something for its caller starts with it.
CREATE OR REPLACE FUNCTION require_maker(VARIADIC allowed user_role[]) RETURNS identity LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN PERFORM require_first_change(); END IF;
  RETURN require_identity(VARIADIC allowed);
END $$;
