-- Sets the customer's KYC status. Approved needs one identity document and one proof of address, both approved, and that no match of
-- the name with a listed one waits: a customer who is approved already stays it while one is looked at. A photograph and a specimen of the
-- signature are for whoever pays out, and change nothing of it.
CREATE OR REPLACE FUNCTION set_kyc_status(p_customer uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  holder customers;
  new_status kyc_status;
BEGIN
  -- Of two simultaneous decisions the second must see the first.
  SELECT * INTO holder FROM customers WHERE id = p_customer FOR NO KEY UPDATE;
  SELECT CASE
      WHEN bool_or(status = 'APPROVED' AND document_type IN ('NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE'))
       AND bool_or(status = 'APPROVED' AND document_type IN ('UTILITY_BILL', 'BANK_STATEMENT'))
       AND (holder.kyc_status = 'APPROVED' OR NOT waits_for_screening(p_customer)) THEN 'APPROVED'
      WHEN bool_or(status = 'REJECTED') AND NOT bool_or(status = 'PENDING') THEN 'REJECTED'
      ELSE 'PENDING' END::kyc_status
    INTO new_status FROM kyc_documents WHERE customer_id = p_customer AND document_type::text NOT IN ('PHOTO', 'SIGNATURE');
  UPDATE customers SET kyc_status = new_status WHERE id = p_customer AND kyc_status <> new_status;
END $$;

-- After each change of a document.
CREATE OR REPLACE FUNCTION follow_documents() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NEW.document_type::text NOT IN ('PHOTO', 'SIGNATURE') THEN PERFORM set_kyc_status(NEW.customer_id); END IF;
  RETURN NULL;
END $$;
