-- What assessing a posting answers, for each of its legs; the functions that post stand in code/postings.

-- One leg as it would be, or was just made: the account, and its balances before and after.
CREATE TYPE assessed_leg AS (account_id uuid, side entry_side, sequence bigint,
  ledger_before numeric, ledger_after numeric, available_before numeric, available_after numeric);
