-- What is asked of a company: extracts of its register take the place of proofs of identity, and may be so old. Compared as text, because
-- the value was made in the same upgrade.

ALTER TABLE kyc_policies
  ADD COLUMN extracts smallint NOT NULL DEFAULT 1 CONSTRAINT kyc_policies_extracts CHECK (extracts BETWEEN 0 AND 3),
  ADD COLUMN extract_days smallint NOT NULL DEFAULT 90 CONSTRAINT kyc_policies_extract_days CHECK (extract_days BETWEEN 1 AND 3650);
COMMENT ON COLUMN kyc_policies.extracts IS 'How many extracts of its register a company brings; of a person they prove nothing';
COMMENT ON COLUMN kyc_policies.extract_days IS 'How old an extract may be when it is approved';

ALTER TABLE kyc_documents
  DROP CONSTRAINT kyc_documents_country_of_identity,
  ADD CONSTRAINT kyc_documents_country_of_identity CHECK (
    (document_type::text IN ('NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE', 'REGISTER_EXTRACT')) = (issuing_country IS NOT NULL));
COMMENT ON COLUMN kyc_documents.issued_on IS
  'Of a proof of address or an extract; one without a date counts from the day on which it was uploaded';
