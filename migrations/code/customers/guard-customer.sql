-- What the database sets on a customer: number, home branch and search keys; and no birth in the future.
CREATE OR REPLACE FUNCTION guard_customer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE digits text;
BEGIN
  IF NEW.date_of_birth > local_date() THEN PERFORM refuse('BIRTH_IN_FUTURE'); END IF;
  NEW.name_key := fold(NEW.first_name || ' ' || NEW.last_name);
  NEW.surname_key := fold(NEW.last_name || ' ' || NEW.first_name);
  IF TG_OP = 'INSERT' THEN NEW.branch_id := (SELECT branch_id FROM users WHERE id = NEW.created_by); END IF;
  IF TG_OP = 'INSERT' AND (is_workstation() OR NEW.customer_number IS NULL) THEN
    digits := nextval('customer_numbers')::text;
    NEW.customer_number := 'C-' || digits || check_digit(digits);
  END IF;
  RETURN NEW;
END $$;
