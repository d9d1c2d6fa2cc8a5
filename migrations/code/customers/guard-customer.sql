-- What the database sets on a customer: number, home branch, search keys, and the one form of each text; and whom it refuses.

-- Refuses a birth in the future or before anybody alive was born, and a person who is not of age where the branch is and has no guardian.
-- A company may be older than anybody, and is founded by the day on which it comes.
CREATE OR REPLACE FUNCTION check_birth(c customers) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE minimum int := (SELECT minimum_customer_age FROM branches WHERE id = c.branch_id);
BEGIN
  IF c.date_of_birth > local_date() THEN PERFORM refuse('BIRTH_IN_FUTURE'); END IF;
  IF c.kind = 'COMPANY' AND c.date_of_birth >= '1000-01-01' THEN RETURN; END IF;
  IF c.date_of_birth < '1900-01-01' THEN PERFORM refuse('BIRTH_TOO_EARLY'); END IF;
  IF c.guardian_id IS NULL AND c.date_of_birth + make_interval(years => minimum) > local_date() THEN
    PERFORM refuse('CUSTOMER_TOO_YOUNG', jsonb_build_object('minimumAge', minimum::text));
  END IF;
END $$;

-- What was written once is looked at again only where it changes, so that an older row can still be changed elsewhere.
CREATE OR REPLACE FUNCTION guard_customer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  added boolean := TG_OP = 'INSERT';
  digits text;
BEGIN
  IF added THEN NEW.branch_id := coalesce((SELECT branch_id FROM users WHERE id = NEW.created_by), NEW.branch_id); END IF;
  IF added OR (NEW.first_name, NEW.last_name) IS DISTINCT FROM (OLD.first_name, OLD.last_name) THEN
    NEW.first_name := nullif(clean_name(NEW.first_name), '');
    NEW.last_name := clean_name(NEW.last_name);
    PERFORM check_name(NEW.first_name), check_name(NEW.last_name);
    NEW.name_key := fold(concat_ws(' ', NEW.first_name, NEW.last_name));
    NEW.surname_key := fold(concat_ws(' ', NEW.last_name, NEW.first_name));
  END IF;
  IF added OR NEW.date_of_birth IS DISTINCT FROM OLD.date_of_birth THEN PERFORM check_birth(NEW); END IF;
  IF added OR NEW.email IS DISTINCT FROM OLD.email THEN NEW.email := clean_email(NEW.email); END IF;
  NEW.address := clean_text(NEW.address);
  NEW.postcode := upper(clean_name(NEW.postcode));
  NEW.city := clean_text(NEW.city);
  NEW.occupation := clean_text(NEW.occupation);
  NEW.registration_number := nullif(upper(clean_name(NEW.registration_number)), '');
  -- A company has a number in a register, one name and no guardian; a person has no such number.
  IF (NEW.kind = 'COMPANY') <> (NEW.registration_number IS NOT NULL)
      OR NEW.kind = 'COMPANY' AND (NEW.first_name IS NOT NULL OR NEW.guardian_id IS NOT NULL) THEN PERFORM refuse('VALIDATION'); END IF;
  IF added AND (is_workstation() OR NEW.customer_number IS NULL) THEN
    digits := nextval('customer_numbers')::text;
    NEW.customer_number := 'C-' || digits || check_digit(digits);
  END IF;
  RETURN NEW;
END $$;
