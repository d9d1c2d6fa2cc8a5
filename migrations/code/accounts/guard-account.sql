-- A limit is agreed only on a kind of account that may have one.
CREATE OR REPLACE FUNCTION check_agreed_limit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NEW.agreed_limit > 0 AND NOT (SELECT may_have_limit FROM account_kinds WHERE account_type = NEW.account_type) THEN
    RAISE check_violation
      USING CONSTRAINT = 'accounts_limit_kind', MESSAGE = format('No limit can be agreed on an account of kind %s', NEW.account_type);
  END IF;
  RETURN NEW;
END $$;

-- The number of a new account, unless the owner brings one.
CREATE OR REPLACE FUNCTION number_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE digits text;
BEGIN
  IF NEW.account_number IS NULL THEN
    digits := nextval('account_numbers')::text;
    NEW.account_number := digits || check_digit(digits);
  END IF;
  RETURN NEW;
END $$;
