-- Likely the same person: same e-mail or phone, or born the same day with a similar name, or the same name in full.
CREATE OR REPLACE FUNCTION find_duplicate_customers(p_first text, p_last text, p_born date, p_phone text, p_email text)
RETURNS SETOF jsonb
LANGUAGE plpgsql SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR');
  whole text := fold(concat_ws(' ', p_first, p_last));
  mail_address text := lower(clean_name(p_email));
  n int;
BEGIN
  RETURN QUERY SELECT customer_row(c) FROM customers c WHERE c.id IN (
      (SELECT id FROM customers WHERE email COLLATE "C" = mail_address LIMIT 5)
      UNION (SELECT id FROM customers WHERE phone COLLATE "C" = p_phone LIMIT 5)
      UNION (SELECT id FROM customers WHERE date_of_birth = p_born AND similarity(name_key, whole) > 0.4 LIMIT 5)
      UNION (SELECT id FROM customers WHERE name_key = whole LIMIT 5)
      UNION (SELECT id FROM customers WHERE surname_key = whole LIMIT 5)) AND may_cross(who, 'CUSTOMER_READ', c.branch_id)
    ORDER BY similarity(c.name_key, whole) DESC, c.id LIMIT 10;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM count_reads(who, n);
END $$;
