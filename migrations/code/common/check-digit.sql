-- Luhn formula, ISO/IEC 7812-1 Annex B. The same rule as shared/check-digit.ts; a test compares the two.
CREATE OR REPLACE FUNCTION check_digit(digits text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ((10 - sum(CASE WHEN place % 2 = 0 THEN d
                         WHEN d > 4 THEN d * 2 - 9
                         ELSE d * 2 END) % 10) % 10)::text
  FROM (SELECT substr(reverse(digits), place, 1)::int AS d, place FROM generate_series(1, length(digits)) AS place) AS reversed $$;
