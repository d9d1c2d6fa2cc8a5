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

-- What the database sets on a new account: number, maker, branch; and that its customer may have one.
CREATE OR REPLACE FUNCTION guard_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity;
  holder customers;
  digits text;
BEGIN
  IF NEW.account_number IS NULL OR is_workstation() THEN
    digits := nextval('account_numbers')::text;
    NEW.account_number := digits || check_digit(digits);
  END IF;
  IF NOT is_workstation() THEN RETURN NEW; END IF;
  IF NEW.customer_id IS NULL THEN RETURN NEW; END IF; -- the branch's own accounts: only definer functions get this far
  who := require_identity('TELLER', 'SUPERVISOR');
  NEW.created_by := who.user_id;
  NEW.branch_id := who.branch_id;
  SELECT * INTO holder FROM customers WHERE id = NEW.customer_id FOR SHARE; -- the KYC status may not change in between
  IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  IF holder.status <> 'ACTIVE' THEN PERFORM refuse('CUSTOMER_NOT_ACTIVE'); END IF;
  IF holder.kyc_status <> 'APPROVED' THEN PERFORM refuse('KYC_NOT_APPROVED'); END IF;
  IF NEW.agreed_limit > 0 AND who.role <> 'SUPERVISOR' THEN PERFORM refuse('LIMIT_NEEDS_SUPERVISOR'); END IF;
  RETURN NEW;
END $$;
