-- Opens a customer: the details, without documents and accounts. Opening is a look, and looks are on record.
CREATE OR REPLACE FUNCTION read_customer(p_id uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  opened customers;
BEGIN
  SELECT * INTO opened FROM customers WHERE id = p_id;
  IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'CUSTOMER_READ', opened.branch_id);
  PERFORM note_look(who, 'VIEWED', 'customers', p_id);
  RETURN customer_view(opened);
END $$;
