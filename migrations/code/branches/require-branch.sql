-- A branch is a boundary: what belongs to another one is refused, unless the table says that this action may cross.
CREATE OR REPLACE FUNCTION require_branch(who identity, p_action text, p_branch uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_branch = who.branch_id THEN RETURN; END IF;
  IF EXISTS (SELECT FROM branch_crossings WHERE action = p_action AND allowed) THEN RETURN; END IF;
  PERFORM refuse('OTHER_BRANCH', jsonb_build_object('branch', (SELECT name FROM branches WHERE id = p_branch)));
END $$;

-- The same as a condition, for lists: only what is of the caller's own branch, or may cross.
CREATE OR REPLACE FUNCTION may_cross(who identity, p_action text, p_branch uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT p_branch = who.branch_id OR EXISTS (SELECT FROM branch_crossings WHERE action = p_action AND allowed) $$;
