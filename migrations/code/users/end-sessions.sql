-- Another password, role, status or branch ends all sessions of a user, by whatever statement it is set.
CREATE OR REPLACE FUNCTION count_session_epoch() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  NEW.session_epoch := OLD.session_epoch + 1;
  RETURN NEW;
END $$;
