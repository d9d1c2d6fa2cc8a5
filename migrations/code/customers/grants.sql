-- Read and changed by functions, one row a call: no grant on a table of customers.

GRANT EXECUTE ON FUNCTION read_timeline(uuid, text[], jsonb, int),
  search_customers(text, int), find_duplicate_customers(text, text, date, text, text), read_customer(uuid),
  register_customer(uuid, jsonb), change_contact(uuid, timestamptz, jsonb), set_customer_status(uuid, timestamptz, party_status, text),
  propose_correction(uuid, uuid, uuid, jsonb, text), approve_correction(uuid), decline_correction(uuid, text), list_corrections(uuid)
  TO corex_app;
