-- The human references of the next postings: six digits or more, because a number that is cut to a width is given twice.
CREATE OR REPLACE FUNCTION next_references(p_date date, p_count int) RETURNS text[] LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  day text := 'T' || to_char(p_date, 'YYMMDD') || '-';
  number text;
  made text[] := '{}';
BEGIN
  FOR n IN 1 .. coalesce(p_count, 0) LOOP
    number := nextval('transaction_numbers')::text;
    made[n] := day || lpad(number, greatest(length(number), 6), '0');
  END LOOP;
  RETURN made;
END $$;
