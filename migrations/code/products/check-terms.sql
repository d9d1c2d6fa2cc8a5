-- What terms have to be before they are proposed, and again when they are approved. Amounts and rates arrive as decimal text.

-- Decimal text with so many digits after the point at most; what is none is a bug or an attack and has no name of its own.
CREATE OR REPLACE FUNCTION decimal_of(p_text text, p_decimals int) RETURNS numeric LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_text IS NULL OR p_text !~ '^[0-9]{1,13}(\.[0-9]+)?$' OR length(split_part(p_text, '.', 2)) > p_decimals THEN
    PERFORM refuse('VALIDATION');
  END IF;
  RETURN p_text::numeric;
END $$;

CREATE OR REPLACE FUNCTION check_percent(p_text text) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF decimal_of(p_text, 4) > 100 THEN PERFORM refuse('VALIDATION'); END IF;
END $$;

CREATE OR REPLACE FUNCTION check_amount_text(p_text text, p_currency text) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM check_amount(decimal_of(p_text, 2), p_currency);
END $$;

-- Bands or steps: a list, each beginning above another amount.
CREATE OR REPLACE FUNCTION check_steps(p_steps jsonb, p_currency text) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF jsonb_typeof(p_steps) IS DISTINCT FROM 'array' OR jsonb_array_length(p_steps) > 10 THEN PERFORM refuse('VALIDATION'); END IF;
  PERFORM check_amount_text(step ->> 'above', p_currency) FROM jsonb_array_elements(p_steps) AS step;
  IF EXISTS (SELECT FROM jsonb_array_elements(p_steps) AS step GROUP BY (step ->> 'above')::numeric HAVING count(*) > 1) THEN
    PERFORM refuse('VALIDATION');
  END IF;
END $$;

CREATE OR REPLACE FUNCTION check_fee_rule(p_rule jsonb, p_currency text) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_rule ->> 'type' NOT IN ('DEPOSIT', 'WITHDRAWAL', 'TRANSFER') OR p_rule ->> 'type' IS NULL THEN PERFORM refuse('VALIDATION'); END IF;
  PERFORM check_steps(p_rule -> 'steps', p_currency);
  PERFORM check_amount_text(step ->> 'flat', p_currency), check_percent(step ->> 'percent')
    FROM jsonb_array_elements(p_rule -> 'steps') AS step;
  PERFORM check_amount_text(bound, p_currency) FROM unnest(ARRAY[p_rule ->> 'minimum', p_rule ->> 'maximum']) AS bound
    WHERE bound IS NOT NULL;
  IF (p_rule ->> 'minimum')::numeric > (p_rule ->> 'maximum')::numeric THEN PERFORM refuse('FEE_BOUNDS_CROSSED'); END IF;
END $$;

CREATE OR REPLACE FUNCTION check_terms(p_terms jsonb, p_type account_type, p_currency text) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_terms ->> 'dayCount' NOT IN ('ACT_365F', 'ACT_360', 'ACT_ACT_ISDA', 'THIRTY_360_ISDA', 'THIRTY_E_360')
      OR p_terms ->> 'dayCount' IS NULL THEN
    PERFORM refuse('VALIDATION');
  END IF;
  -- A date in another form, such as tomorrow, is another one to whoever approves it later or elsewhere.
  IF coalesce(p_terms ->> 'validFrom', '') !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN PERFORM refuse('VALIDATION'); END IF;
  PERFORM check_amount_text(p_terms ->> 'minimumBalance', p_currency), check_amount_text(p_terms ->> 'monthlyFee', p_currency),
    check_percent(p_terms ->> 'overdraftRate'), check_steps(p_terms -> 'rates', p_currency);
  IF p_terms ->> 'feeWaivedFrom' IS NOT NULL THEN PERFORM check_amount_text(p_terms ->> 'feeWaivedFrom', p_currency); END IF;
  PERFORM check_percent(band ->> 'rate') FROM jsonb_array_elements(p_terms -> 'rates') AS band;
  IF p_terms ->> 'dormantAfter' !~ '^([1-9][0-9]?|1[0-9]{2}|2[0-3][0-9]|240)$' THEN PERFORM refuse('VALIDATION'); END IF;
  IF jsonb_typeof(p_terms -> 'fees') IS DISTINCT FROM 'array' THEN PERFORM refuse('VALIDATION'); END IF;
  PERFORM check_fee_rule(rule, p_currency) FROM jsonb_array_elements(p_terms -> 'fees') AS rule;
  IF (SELECT count(*) <> count(DISTINCT rule ->> 'type') FROM jsonb_array_elements(p_terms -> 'fees') AS rule)
      OR p_type = 'LOAN' AND (p_terms -> 'fees' <> '[]' OR (p_terms ->> 'minimumBalance')::numeric > 0)
      OR (p_terms ->> 'feeWaivedFrom')::numeric = 0 OR p_type = 'LOAN' AND p_terms ->> 'feeWaivedFrom' IS NOT NULL
      OR p_type <> 'CURRENT' AND (p_terms ->> 'overdraftRate')::numeric > 0 THEN
    PERFORM refuse('VALIDATION');
  END IF;
END $$;

-- Terms begin on a later day than any branch works on: what has accrued and been charged stays as it was.
CREATE OR REPLACE FUNCTION check_terms_date(p_product uuid, p_valid_from date) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE earliest date := (SELECT max(date_of_branch(id)) + 1 FROM branches);
BEGIN
  IF p_valid_from IS NULL OR p_valid_from > earliest + 3660 THEN PERFORM refuse('VALIDATION'); END IF;
  IF p_valid_from < earliest THEN PERFORM refuse('TERMS_TOO_EARLY', jsonb_build_object('earliest', earliest)); END IF;
  IF EXISTS (SELECT FROM product_terms WHERE product_id = p_product AND valid_from = p_valid_from) THEN
    PERFORM refuse('TERMS_ON_SAME_DAY', jsonb_build_object('date', p_valid_from));
  END IF;
END $$;
