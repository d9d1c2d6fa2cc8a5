-- Locks the user for an administrator of the same branch. The identity is asked again after the wait.
CREATE OR REPLACE FUNCTION require_user(p_user uuid) RETURNS users LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  found_user users;
BEGIN
  PERFORM lock_user(p_user, who.branch_id);
  who := require_identity('ADMIN');
  PERFORM require_fresh_code(who);
  SELECT * INTO found_user FROM users WHERE id = p_user;
  IF NOT FOUND THEN PERFORM refuse('USER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'USER_CHANGE', found_user.branch_id);
  RETURN found_user;
END $$;

-- The same, and refuses one's own, so that one administrator is always left.
CREATE OR REPLACE FUNCTION require_other_user(p_user uuid) RETURNS users LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE found_user users := require_user(p_user);
BEGIN
  IF p_user = current_user_id() THEN PERFORM refuse('OWN_USER'); END IF;
  RETURN found_user;
END $$;
