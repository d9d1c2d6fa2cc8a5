-- Products are read by everybody who works with accounts, and proposed by those who decide on them, never both by one.

GRANT EXECUTE ON FUNCTION list_products(), propose_product(uuid, uuid, jsonb) TO corex_app;
