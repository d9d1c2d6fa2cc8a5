-- Day counts: how many days, and what part of a year, lie from one date (included) to another that is not earlier (not included).
-- Fractions are exact and not in lowest terms. Sources: 2006 ISDA Definitions, section 4.16, and OpenGamma Strata;
-- shared/rules/day-count.ts decides by the same rules.

CREATE OR REPLACE FUNCTION leap_years_before(p_year int) RETURNS int LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (p_year - 1) / 4 - (p_year - 1) / 100 + (p_year - 1) / 400 $$;

-- How many 29ths of February there have been up to and including this date.
CREATE OR REPLACE FUNCTION leap_days_up_to(p_date date) RETURNS int LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT leap_years_before(year) + (leap_years_before(year + 1) > leap_years_before(year)
    AND p_date >= make_date(year, 3, 1) - 1)::int
  FROM (SELECT extract(year FROM p_date)::int) AS d (year) $$;

-- How many days before this one were in leap years.
CREATE OR REPLACE FUNCTION leap_year_days_before(p_date date) RETURNS int LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT 366 * leap_years_before(year)
    + CASE WHEN leap_years_before(year + 1) > leap_years_before(year) THEN p_date - make_date(year, 1, 1) ELSE 0 END
  FROM (SELECT extract(year FROM p_date)::int) AS d (year) $$;

CREATE OR REPLACE FUNCTION years_later(p_date date, p_years int) RETURNS date LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT (p_date + make_interval(years => p_years))::date $$;

-- The day of the month that the thirty-day conventions count from: none after the 30th, and for some the last of February is the 30th.
CREATE OR REPLACE FUNCTION thirty_day(p_date date, p_february boolean) RETURNS int LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_february AND extract(month FROM p_date) = 2 AND extract(month FROM p_date + 1) = 3 THEN 30
    ELSE least(extract(day FROM p_date)::int, 30) END $$;

-- Days where every month has thirty. A 31st at the end is the 30th after a 30th, or always, or (THIRTY_EPLUS_360) one more.
CREATE OR REPLACE FUNCTION thirty_days(p_convention text, p_from date, p_to date) RETURNS int LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (360 * (extract(year FROM p_to) - extract(year FROM p_from)) + 30 * (extract(month FROM p_to) - extract(month FROM p_from)))::int
    - first + CASE
      WHEN p_convention IN ('THIRTY_E_360', 'THIRTY_E_365') THEN thirty_day(p_to, p_convention = 'THIRTY_E_365')
      WHEN p_convention <> 'THIRTY_EPLUS_360' AND first = 30 THEN least(extract(day FROM p_to)::int, 30)
      ELSE extract(day FROM p_to)::int END
  FROM (SELECT thirty_day(p_from, p_convention IN ('THIRTY_360_PSA', 'THIRTY_E_365'))) AS d (first) $$;

CREATE OR REPLACE FUNCTION day_count_days(p_convention text, p_from date, p_to date) RETURNS int LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_convention = 'ONE_ONE' THEN 1
    WHEN p_convention LIKE 'THIRTY%' THEN thirty_days(p_convention, p_from, p_to)
    WHEN p_convention LIKE 'NL%' THEN p_to - p_from - (leap_days_up_to(p_to) - leap_days_up_to(p_from))
    ELSE p_to - p_from END $$;

-- Days in leap years by 366 and the others by 365.
CREATE OR REPLACE FUNCTION actual_actual(p_from date, p_to date, OUT numerator bigint, OUT denominator bigint) LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT 366::bigint * (p_to - p_from - leap) + 365 * leap, 365 * 366
  FROM (SELECT leap_year_days_before(p_to) - leap_year_days_before(p_from)) AS d (leap) $$;

-- Whole years counted back from the end; the rest by 366 where it holds a 29th of February.
CREATE OR REPLACE FUNCTION whole_years_back(p_from date, p_to date, OUT numerator bigint, OUT denominator bigint) LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT years * year + rest - p_from, year
  FROM (SELECT (extract(year FROM p_to) - extract(year FROM p_from))::int) AS m (most),
    LATERAL (SELECT CASE WHEN years_later(p_to, -most) >= p_from THEN most ELSE most - 1 END) AS y (years),
    LATERAL (SELECT years_later(p_to, -years)) AS r (rest),
    LATERAL (SELECT 365 + (leap_days_up_to(rest - 1) > leap_days_up_to(p_from - 1))::int) AS d (year) $$;

-- Whole years counted on from the start; the rest by the length of the year that it is part of.
CREATE OR REPLACE FUNCTION whole_years_on(p_from date, p_to date, OUT numerator bigint, OUT denominator bigint) LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT years * year + p_to - rest, year
  FROM (SELECT (extract(year FROM p_to) - extract(year FROM p_from))::int) AS m (most),
    LATERAL (SELECT greatest(0, CASE WHEN years_later(p_from, most) < p_to THEN most ELSE most - 1 END)) AS y (years),
    LATERAL (SELECT years_later(p_from, years)) AS r (rest),
    LATERAL (SELECT years_later(rest, 1) - rest) AS d (year) $$;

CREATE OR REPLACE FUNCTION year_fraction(p_convention text, p_from date, p_to date, OUT numerator bigint, OUT denominator bigint)
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  CASE p_convention
    WHEN 'ACT_ACT_ISDA' THEN SELECT * INTO numerator, denominator FROM actual_actual(p_from, p_to);
    WHEN 'ACT_ACT_AFB' THEN SELECT * INTO numerator, denominator FROM whole_years_back(p_from, p_to);
    WHEN 'ACT_ACT_YEAR' THEN SELECT * INTO numerator, denominator FROM whole_years_on(p_from, p_to);
    ELSE
      numerator := day_count_days(p_convention, p_from, p_to);
      denominator := CASE p_convention WHEN 'ONE_ONE' THEN 1 WHEN 'ACT_364' THEN 364 WHEN 'ACT_365_25' THEN 1461
        WHEN 'ACT_365_ACTUAL' THEN 365 + (leap_days_up_to(p_to) > leap_days_up_to(p_from))::int
        WHEN 'ACT_365F' THEN 365 WHEN 'NL_365' THEN 365 WHEN 'THIRTY_E_365' THEN 365 ELSE 360 END;
      IF p_convention = 'ACT_365_25' THEN numerator := 4 * numerator; END IF;
  END CASE;
END $$;
