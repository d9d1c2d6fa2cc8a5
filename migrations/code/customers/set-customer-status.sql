-- Suspends a customer, sets one aside, or makes one active again, for a reason, as the row was shown. For supervisors of the home branch.
CREATE OR REPLACE FUNCTION set_customer_status(p_id uuid, p_shown timestamptz, p_status party_status, p_reason text) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  now_ customers;
BEGIN
  SELECT * INTO now_ FROM customers WHERE id = p_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'CUSTOMER_STATUS', now_.branch_id);
  IF now_.updated_at <> p_shown OR now_.status = p_status THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  UPDATE customers SET status = p_status, status_reason = clean_text(p_reason) WHERE id = p_id RETURNING * INTO now_;
  RETURN now_.updated_at;
END $$;
