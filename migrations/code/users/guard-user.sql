-- The one form of a user's texts, an e-mail address being unique by it and not by the case of its letters; and since when a password is
-- temporary, and who gave it alone.
CREATE OR REPLACE FUNCTION guard_user() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE made origin;
BEGIN
  NEW.full_name := clean_name(NEW.full_name);
  IF TG_OP = 'INSERT' OR (NEW.must_change_password, NEW.password_hash) IS DISTINCT FROM (OLD.must_change_password, OLD.password_hash) THEN
    NEW.temporary_since := CASE WHEN NEW.must_change_password THEN clock_timestamp() END;
    IF TG_OP = 'INSERT' OR NEW.must_change_password THEN
      made := current_origin();
      NEW.password_giver := CASE WHEN made.cause_type <> 'APPROVAL' THEN made.user_id END;
    END IF;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.email <> OLD.email THEN NEW.email := clean_email(NEW.email); END IF;
  RETURN NEW;
END $$;

-- Three days: a password that is handed over on a Friday is used on Monday.
CREATE OR REPLACE FUNCTION temporary_has_ended(u users) RETURNS boolean LANGUAGE sql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(u.must_change_password AND u.temporary_since < clock_timestamp() - interval '3 days', false) $$;
