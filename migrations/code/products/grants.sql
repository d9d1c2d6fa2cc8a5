-- Products are read by everybody who works with accounts.

GRANT EXECUTE ON FUNCTION list_products() TO corex_app;
