-- Registers a customer under the key that the form was opened with: sent twice it registers once and answers the same number, and the
-- same key with other details is KEY_REUSED. p_customer holds the typed columns by their names. A
-- minor is registered with a guardian, whose power is proposed with it: until a second person has agreed, nobody signs.
CREATE OR REPLACE FUNCTION register_customer(p_id uuid, p_customer jsonb) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  typed customers := typed_customer(p_customer);
  known customers;
BEGIN
  INSERT INTO customers (id, kind, registration_number, guardian_id, first_name, last_name, date_of_birth, nationality, tax_residences,
      email, phone, phone_extension, address, postcode, city, country, occupation, income_range)
    VALUES (p_id, typed.kind, typed.registration_number, typed.guardian_id, typed.first_name, typed.last_name, typed.date_of_birth,
      typed.nationality, typed.tax_residences, typed.email, typed.phone, typed.phone_extension, typed.address, typed.postcode, typed.city,
      typed.country, typed.occupation, typed.income_range)
    ON CONFLICT (id) DO NOTHING RETURNING * INTO known;
  IF FOUND THEN
    IF known.guardian_id IS NOT NULL THEN
      PERFORM put_party(who, derived_id(p_id, 'guardian'), p_id, jsonb_build_object('party_id', known.guardian_id, 'power', 'GUARDIAN',
        'valid_from', limit_date(who.branch_id)));
    END IF;
    RETURN known.customer_number;
  END IF;
  SELECT * INTO known FROM customers WHERE id = p_id AND created_by = who.user_id;
  IF typed_of_customer(known) IS DISTINCT FROM typed_of_customer(typed) THEN PERFORM refuse('KEY_REUSED'); END IF;
  RETURN known.customer_number;
END $$;
