-- Sets the customer's KYC status after each change of a document. Approved needs one identity document and one proof of
-- address, both approved. A photograph and a specimen of the signature are for whoever pays out, and change nothing of it.
CREATE OR REPLACE FUNCTION follow_documents() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE new_status kyc_status;
BEGIN
  IF NEW.document_type::text IN ('PHOTO', 'SIGNATURE') THEN RETURN NULL; END IF;
  PERFORM FROM customers WHERE id = NEW.customer_id FOR NO KEY UPDATE; -- of two simultaneous decisions the second must see the first
  SELECT CASE
      WHEN bool_or(status = 'APPROVED' AND document_type IN ('NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE'))
       AND bool_or(status = 'APPROVED' AND document_type IN ('UTILITY_BILL', 'BANK_STATEMENT')) THEN 'APPROVED'
      WHEN bool_or(status = 'REJECTED') AND NOT bool_or(status = 'PENDING') THEN 'REJECTED'
      ELSE 'PENDING' END::kyc_status
    INTO new_status FROM kyc_documents WHERE customer_id = NEW.customer_id AND document_type::text NOT IN ('PHOTO', 'SIGNATURE');
  UPDATE customers SET kyc_status = new_status WHERE id = NEW.customer_id AND kyc_status <> new_status;
  RETURN NULL;
END $$;
