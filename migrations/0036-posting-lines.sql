-- What a posting costs: keys and indexes that guarantee nothing more, and make every posting of a branch write on the same rows.
-- See docs/decisions/0025.

-- A posting's currency is that of its accounts: one key for both, which is stronger than a key to the list of currencies.
ALTER TABLE accounts ADD CONSTRAINT accounts_id_currency UNIQUE (id, currency);
ALTER TABLE transactions
  DROP CONSTRAINT transactions_from_account_id_fkey,
  DROP CONSTRAINT transactions_to_account_id_fkey,
  DROP CONSTRAINT transactions_currency_fkey,
  -- Every posting locked the row of its branch by this key, and many at once made the server keep lists of lockers. Branches cannot be
  -- deleted (code/branches/triggers.sql), and a transaction of a branch that is not there is refused (check-entries-balance.sql).
  DROP CONSTRAINT transactions_branch_id_fkey,
  ADD CONSTRAINT transactions_from_account FOREIGN KEY (from_account_id, currency) REFERENCES accounts (id, currency),
  ADD CONSTRAINT transactions_to_account FOREIGN KEY (to_account_id, currency) REFERENCES accounts (id, currency);

-- Accounts and currencies are never deleted, and nothing looks postings up by them here: an account's are found by its entries.
DROP INDEX idx_transactions_from, idx_transactions_to, idx_transactions_currency;
ALTER TABLE transactions DROP CONSTRAINT transactions_reversed_once;
CREATE UNIQUE INDEX transactions_reversed_once ON transactions (reversal_of) WHERE reversal_of IS NOT NULL;

-- A leg with all that is known of its account, and what it came to: made once, before anything is locked, and filled in as it is posted.
CREATE TYPE posting_line AS (
  account_id uuid, side entry_side, amount numeric, actor actor_kind,
  account_number text, account_type account_type, currency text, branch_id uuid, customer_id uuid, till_id uuid,
  debit_refusal text, credit_refusal text, label text, holder text,
  -- What it does to the ledger balance in the account's normal direction, and to what may be drawn.
  effect numeric, drawn numeric,
  sequence bigint, ledger_after numeric, available_after numeric);
