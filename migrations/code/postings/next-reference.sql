-- The human reference of the next posting: six digits or more, because a number that is cut to a width is given twice.
CREATE OR REPLACE FUNCTION next_reference(p_date date) RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE number text := nextval('transaction_numbers')::text;
BEGIN
  RETURN 'T' || to_char(p_date, 'YYMMDD') || '-' || lpad(number, greatest(length(number), 6), '0');
END $$;
