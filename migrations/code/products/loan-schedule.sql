-- The schedule of a loan: as many months as were agreed, each with its interest by the day count of the product and the principal that
-- it pays back. An annuity is the same sum each month, equal principal the same share of what was lent; the last instalment has what
-- rounding has left.

-- The sum of each month that pays a loan back with interest: P × r / (1 − (1 + r)^−n) with the twelfth part of the rate; rate in per cent.
CREATE OR REPLACE FUNCTION annuity(p_principal numeric, p_rate numeric, p_months int, p_decimals int) RETURNS numeric
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT round(CASE WHEN p_rate = 0 THEN p_principal / p_months
    ELSE p_principal * month / (1 - 1 / (1 + month) ^ p_months) END, p_decimals)
  FROM (SELECT p_rate / 1200) AS r (month) $$;

CREATE OR REPLACE FUNCTION loan_schedule(p_principal numeric, p_rate numeric, p_day_count text, p_method text, p_months int, p_from date,
  p_first_due date, p_decimals int)
RETURNS TABLE (number int, due_on date, principal numeric, interest numeric, remaining numeric) LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_variable
DECLARE
  sum_ numeric := annuity(p_principal, p_rate, p_months, p_decimals);
  share numeric := trunc(p_principal / p_months, p_decimals);
  since date := p_from;
  part record;
BEGIN
  remaining := p_principal;
  FOR n IN 1 .. p_months LOOP
    number := n;
    due_on := (p_first_due + make_interval(months => n - 1))::date;
    part := year_fraction(p_day_count, since, due_on);
    interest := round(remaining * p_rate / 100 * part.numerator / part.denominator, p_decimals);
    principal := CASE WHEN n = p_months THEN remaining WHEN p_method = 'ANNUITY' THEN least(greatest(sum_ - interest, 0), remaining)
      ELSE share END;
    remaining := remaining - principal;
    since := due_on;
    RETURN NEXT;
  END LOOP;
END $$;

-- The rate of a loan on a day, in per cent: that of the first band of its product's terms.
CREATE OR REPLACE FUNCTION loan_rate(terms product_terms) RETURNS numeric LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT coalesce((terms.rates -> 0 ->> 'rate')::numeric, 0) $$;
