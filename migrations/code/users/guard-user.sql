-- The one form of a user's texts: an e-mail address is unique by it, and not by the case of its letters.
CREATE OR REPLACE FUNCTION guard_user() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  NEW.full_name := clean_name(NEW.full_name);
  IF TG_OP = 'INSERT' OR NEW.email <> OLD.email THEN NEW.email := clean_email(NEW.email); END IF;
  RETURN NEW;
END $$;
