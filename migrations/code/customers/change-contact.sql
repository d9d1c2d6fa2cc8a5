-- Changes how to reach a customer and what the customer does, unless somebody changed the row after p_shown, when the form was filled
-- from it. p_contact holds the typed columns by their names; name, birth and nationality are not among
-- them. Answers when it was changed.
CREATE OR REPLACE FUNCTION change_contact(p_id uuid, p_shown timestamptz, p_contact jsonb) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  typed customers := typed_customer(p_contact);
  now_ customers;
BEGIN
  SELECT * INTO now_ FROM customers WHERE id = p_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'CUSTOMER_CHANGE', now_.branch_id);
  IF now_.updated_at <> p_shown THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  UPDATE customers SET tax_residences = typed.tax_residences, email = typed.email, phone = typed.phone,
      phone_extension = typed.phone_extension, address = typed.address, postcode = typed.postcode, city = typed.city,
      country = typed.country, occupation = typed.occupation, income_range = typed.income_range
    WHERE id = p_id RETURNING * INTO now_;
  RETURN now_.updated_at;
END $$;
