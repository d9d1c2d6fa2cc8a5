-- Accounts of customers in the shape of the contract, with their balances and their holders, in the order in which they were opened.
CREATE OR REPLACE FUNCTION account_views(p_accounts uuid[]) RETURNS SETOF jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', a.id, 'accountNumber', a.account_number, 'accountType', a.account_type, 'currency', a.currency,
    'status', a.status, 'customerId', c.id, 'customerName', concat_ws(' ', c.first_name, c.last_name),
    'ledgerBalance', b.ledger_balance::text, 'availableBalance', b.available_balance::text,
    'minimumBalance', a.minimum_balance::text, 'agreedLimit', a.agreed_limit::text, 'held', b.held::text,
    'openedAt', a.created_at)
  FROM accounts a JOIN balances b ON b.account_id = a.id JOIN customers c ON c.id = a.customer_id
  WHERE a.id = ANY (p_accounts) ORDER BY a.created_at, a.id $$;
