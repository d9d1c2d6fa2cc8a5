-- Functions that documents no longer has, or has with other arguments or results.
-- A document of one page, of which nothing was read: until 0.3.
DROP FUNCTION IF EXISTS upload_document(uuid, uuid, document_type, text, text, date, text, int, bytea, bytea, bytea),
  read_document_content(uuid);
-- Without the date of a proof of address: until 0.3.
DROP FUNCTION IF EXISTS upload_document(uuid, uuid, document_type, text, text, date, text, int, bytea, bytea, bytea, text[], int[], bytea[],
  bytea[], bytea[], bytea, int, bytea[]);
-- Without saying which of the documents does not count: until 0.3.
DROP FUNCTION IF EXISTS kyc_is_covered(uuid, kyc_policies);
-- Of addresses alone: until 0.3.
DROP FUNCTION IF EXISTS require_recent_address(kyc_documents);
-- Rejecting without a reason from the list, and lists without it or who has the case: until 0.3.
DROP FUNCTION IF EXISTS reject_document(uuid, bytea, text), decide_document(identity, uuid, bytea, document_status, text),
  list_documents(uuid), list_document_queue();
-- Without the generation of the vault key, and the pages' own MACs: until 0.3.
DROP FUNCTION IF EXISTS upload_document(uuid, uuid, document_type, text, text, date, text, int, bytea, bytea, bytea, text[], int[], bytea[],
    bytea[], bytea[], bytea),
  store_further_pages(uuid, text[], int[], bytea[], bytea[], bytea[]);
-- All that is due in one transaction: until 0.3.
DROP FUNCTION IF EXISTS expire_documents(uuid, date, uuid);
