-- By column: number, maker and branch are the database's to set. Receipts show what the two functions answer.

GRANT SELECT ON accounts, balances TO corex_app;
GRANT INSERT (id, customer_id, account_type, currency, agreed_limit) ON accounts TO corex_app;
GRANT UPDATE (status, status_reason) ON accounts TO corex_app;
GRANT EXECUTE ON FUNCTION normal_side(account_type), available_of(account_type, numeric, numeric, numeric) TO corex_app;
