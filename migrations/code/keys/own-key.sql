-- What opens the documents for whoever is signed in, also with a temporary password: their own wrapped key, and of each generation that is
-- not over what the one in use opens.
CREATE OR REPLACE FUNCTION read_vault_keys()
RETURNS TABLE (own bytea, generation int, hash_key bytea, sealed_key bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE who identity := session_identity();
BEGIN
  IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;
  RETURN QUERY SELECT k.wrapped_key, g.generation, g.hash_key, g.sealed_key
    FROM vault_generations g LEFT JOIN user_keys k ON k.user_id = who.user_id WHERE g.ended_at IS NULL ORDER BY g.generation DESC;
END $$;

-- Replaces one's own wrapped key of an earlier release by one that a later vault key can follow. Nothing else is replaced here: whoever
-- finds a session open could take the documents from its person.
CREATE OR REPLACE FUNCTION renew_own_key(p_wrapped_key bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN', 'API_USER');
BEGIN
  UPDATE user_keys SET wrapped_key = p_wrapped_key
    WHERE user_id = who.user_id AND get_byte(wrapped_key, 0) <= 2 AND get_byte(p_wrapped_key, 0) = 3;
END $$;
