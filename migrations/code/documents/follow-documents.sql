-- Sets the customer's KYC status by the policy (kyc-standing.sql), after each change of a document. A photograph and a specimen of the
-- signature are for whoever pays out, and change nothing of it.
CREATE OR REPLACE FUNCTION follow_documents() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NEW.document_type::text NOT IN ('PHOTO', 'SIGNATURE') THEN PERFORM set_kyc_status(NEW.customer_id); END IF;
  RETURN NULL;
END $$;
