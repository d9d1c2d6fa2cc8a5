-- By column: number, maker and branch are the database's to set.

GRANT SELECT ON account_kinds, accounts, balances TO corex_app;
GRANT INSERT (id, customer_id, account_type, currency, agreed_limit) ON accounts TO corex_app;
GRANT UPDATE (status, status_reason) ON accounts TO corex_app;
