-- Nothing is granted on the tables: a document is uploaded, looked at and decided by these functions, one each call.

GRANT EXECUTE ON FUNCTION upload_document(uuid, uuid, document_type, text, text, date, text, int, bytea, bytea, bytea,
  text[], int[], bytea[], bytea[], bytea[], bytea, int, bytea[]),
  list_documents(uuid), list_document_queue(), count_decided_today(), open_document(uuid), list_twins(uuid), read_document_content(uuid),
  mark_document_shown(uuid), approve_document(uuid, bytea), reject_document(uuid, bytea, text, text),
  claim_case(uuid), release_case(uuid), ask_for_more(uuid, uuid, text[], text), end_request(uuid), list_requests(uuid) TO corex_app;
