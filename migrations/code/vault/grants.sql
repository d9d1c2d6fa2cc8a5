-- For supervisors, which the function checks.

GRANT EXECUTE ON FUNCTION receive_vault_cash(uuid, numeric, text) TO corex_app;
