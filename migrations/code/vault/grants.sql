-- For supervisors, which the function checks.

GRANT EXECUTE ON FUNCTION propose_vault_cash(uuid, text, numeric, text) TO corex_app;
