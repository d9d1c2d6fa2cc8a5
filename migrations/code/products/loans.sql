-- The schedule that paying a loan out would have.

-- The loan account, which nothing has been paid out of by a schedule yet.
CREATE OR REPLACE FUNCTION require_new_loan(who identity, p_account uuid) RETURNS accounts LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE account accounts;
BEGIN
  SELECT * INTO account FROM accounts WHERE id = p_account AND account_type = 'LOAN';
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_POST', account.branch_id);
  IF EXISTS (SELECT FROM loans WHERE account_id = p_account AND reversed_by IS NULL) THEN PERFORM refuse('LOAN_PAID_OUT'); END IF;
  RETURN account;
END $$;

-- The schedule that a payout of today would have.
CREATE OR REPLACE FUNCTION schedule_for(who identity, account accounts, p_amount numeric, p_method text, p_months int, p_first_due date)
RETURNS TABLE (number int, due_on date, principal numeric, interest numeric, remaining numeric) LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  today date := date_of_branch(who.branch_id);
  terms product_terms := terms_of(account.product_id, today);
BEGIN
  PERFORM check_amount(p_amount, account.currency);
  IF p_amount = 0 THEN PERFORM refuse('AMOUNT_ZERO'); END IF;
  IF p_method NOT IN ('ANNUITY', 'EQUAL_PRINCIPAL') OR p_months NOT BETWEEN 1 AND 480 THEN PERFORM refuse('VALIDATION'); END IF;
  IF p_first_due <= today OR p_first_due > today + 366 THEN
    PERFORM refuse('FIRST_DUE_WRONG', jsonb_build_object('after', today, 'latest', today + 366));
  END IF;
  RETURN QUERY SELECT s.number, s.due_on, s.principal, s.interest, s.remaining
    FROM loan_schedule(p_amount, loan_rate(terms), terms.day_count, p_method, p_months, today, p_first_due,
      (SELECT minor_units::int FROM currencies WHERE code = account.currency)) AS s;
END $$;

CREATE OR REPLACE FUNCTION preview_loan(p_account uuid, p_amount numeric, p_method text, p_months int, p_first_due date) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('SUPERVISOR');
BEGIN
  PERFORM count_reads(who, 1);
  RETURN (SELECT jsonb_agg(jsonb_build_object('number', s.number, 'dueOn', s.due_on, 'principal', s.principal::text,
      'interest', s.interest::text, 'remaining', s.remaining::text) ORDER BY s.number)
    FROM schedule_for(who, require_new_loan(who, p_account), p_amount, p_method, p_months, p_first_due) AS s);
END $$;
