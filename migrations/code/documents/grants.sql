-- Nothing is granted on the tables: a document is uploaded, looked at and decided by these functions, one each call.

GRANT EXECUTE ON FUNCTION upload_document(uuid, uuid, document_type, text, text, date, text, int, bytea, bytea, bytea,
  text[], int[], bytea[], bytea[], bytea[], bytea, int, bytea[], date),
  list_documents(uuid), list_document_queue(), count_decided_today(), open_document(uuid), list_twins(uuid), read_document_content(uuid),
  mark_document_shown(uuid), approve_document(uuid, bytea), reject_document(uuid, bytea, text, text),
  claim_case(uuid), release_case(uuid), ask_for_more(uuid, uuid, text[], text), end_request(uuid), list_requests(uuid),
  propose_kyc_policy(uuid, jsonb, date), list_kyc_policies(), propose_risk_rating(uuid, uuid, text, text), read_kyc_standing(uuid),
  review_customer(uuid, uuid, date, text), list_kyc_due(int),
  propose_retention_rule(uuid, text, text, int, date), list_retention_rules(), delete_due_documents(), list_deletions(int),
  place_legal_hold(uuid, uuid, text), release_legal_hold(uuid, text) TO corex_app;
