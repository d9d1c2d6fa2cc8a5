-- Products are read by everybody who works with accounts, and proposed by those who decide on them, never both by one.

GRANT EXECUTE ON FUNCTION list_products(), propose_product(uuid, uuid, jsonb), read_account_terms(uuid),
  preview_loan(uuid, numeric, text, int, date), pay_out_loan(uuid, uuid, uuid, numeric, text, int, date) TO corex_app;
