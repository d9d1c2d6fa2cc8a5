-- Whether a workstation is asking. Migrations, bulk loads and jobs run as the owner: triggers that need a signed-in maker
-- let them pass.
CREATE OR REPLACE FUNCTION is_workstation() RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN NOT pg_has_role(session_user, 'corex_owner', 'MEMBER');
END $$;
