-- For release 0300-code, which sends a new password as a hash that no rule can look at. Its only sentence with room for words says where to
-- go instead. Goes with it.

CREATE OR REPLACE FUNCTION change_own_password(p_ticket text, p_hash text, p_wrapped_key bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF (session_identity()).user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  PERFORM refuse('PASSWORD_TOO_SHORT', jsonb_build_object('minimum',
    '15 (sign in where the newer program is installed, or have it installed here: this one is too old to go on with)'));
END $$;
