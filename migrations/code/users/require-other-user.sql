-- Locks the user's row and refuses one's own, so that one administrator is always left. Two who suspend each other at the
-- same moment would leave none, so all administrators' rows are locked first and the identity is asked again after the wait.
CREATE OR REPLACE FUNCTION require_other_user(p_user uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN');
BEGIN
  PERFORM FROM users WHERE id = p_user OR role = 'ADMIN' ORDER BY id FOR NO KEY UPDATE; -- KEY would hold up that user's postings
  who := require_identity('ADMIN');
  IF NOT EXISTS (SELECT FROM users WHERE id = p_user) THEN PERFORM refuse('USER_NOT_FOUND'); END IF;
  IF p_user = who.user_id THEN PERFORM refuse('OWN_USER'); END IF;
END $$;
