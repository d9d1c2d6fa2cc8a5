-- Every way in which the books could be wrong, in three parts: days with their transactions, accounts with their entries, and tills
-- (those of a day and its audit rows in faults-of-tills.sql and faults-of-audit.sql). A
-- difference names the account, the transaction or the day, and for an account the first entry that does not follow from the one before.

-- Of a day: transactions whose entries do not make them up, currencies whose debits are not their credits, and a seal that no longer
-- fits. Every transaction is of one day, so the entries of each day balance by themselves. Then its tills, and where they are asked for the
-- accounts with entries on it: of each the entries from its first to its last one on that day. All from one look at the day's entries.
CREATE OR REPLACE FUNCTION faults_of_day(p_branch uuid, p_date date, p_with_accounts boolean) RETURNS TABLE (fault text, subject text,
  currency text, expected numeric, found numeric, on_date date, reference text) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET work_mem = '64MB' AS $$
  WITH look AS MATERIALIZED (SELECT * FROM look_through_day(p_branch, p_date)),
  counted AS MATERIALIZED (SELECT * FROM look WHERE account_type IS NOT NULL),
  touched AS MATERIALIZED (SELECT * FROM look WHERE account_id IS NOT NULL),
  kept AS (SELECT s.* FROM day_totals s JOIN business_days d ON d.id = s.day_id
    WHERE d.branch_id = p_branch AND d.business_date = p_date)
  SELECT 'TRANSACTION_UNBALANCED', t.transaction_id::text, t.currency::text, t.amount, debits_of(t.id), p_date, t.transaction_id::text
  FROM look CROSS JOIN LATERAL (SELECT * FROM transactions WHERE id = look.posting OFFSET 0) AS t WHERE look.posting IS NOT NULL
  UNION ALL
  SELECT 'CURRENCY_UNBALANCED', counted.currency::text, counted.currency::text, sum(counted.debits), sum(counted.credits), p_date, NULL
  FROM counted GROUP BY counted.currency HAVING sum(counted.debits) <> sum(counted.credits)
  UNION ALL
  SELECT 'DAY_DIFFERS', coalesce(kept.account_type, counted.account_type)::text, coalesce(kept.currency, counted.currency)::text,
    coalesce(kept.debits - kept.credits, 0), coalesce(counted.debits - counted.credits, 0), p_date, NULL
  FROM kept FULL JOIN counted ON (kept.branch_id, kept.account_type, kept.currency, kept.value_date)
      = (counted.branch_id, counted.account_type, counted.currency, counted.value_date)
    AND kept.product_id IS NOT DISTINCT FROM counted.product_id
  WHERE EXISTS (SELECT FROM day_seals s JOIN business_days d ON d.id = s.day_id
      WHERE d.branch_id = p_branch AND d.business_date = p_date)
    AND (kept.debits, kept.credits) IS DISTINCT FROM (counted.debits, counted.credits)
  UNION ALL
  SELECT f.* FROM (SELECT array_agg(account_id) AS ids, array_agg(first) AS first, array_agg(last) AS last FROM touched
      WHERE till_id IS NOT NULL) AS t,
    LATERAL faults_of_tills_on(p_branch, p_date, t.ids, t.first, t.last) AS f
  UNION ALL
  SELECT f.* FROM (SELECT array_agg(account_id) AS ids, array_agg(first - 1) AS before, array_agg(last) AS last FROM touched
      WHERE p_with_accounts) AS t, LATERAL faults_of_accounts(t.ids, t.before, t.last) AS f $$;

-- Of accounts: the first entry that does not follow from the one before it, by its number or by the balance after it; a balance that is
-- not the one after the last entry; what may be drawn, as available_of() has it, written out because a million accounts are asked; and what
-- is held. `p_after` has for each account the entry that is taken for right, and `p_to` the last one that is looked at, null for all: the
-- balance is compared where none follows it.
CREATE OR REPLACE FUNCTION faults_of_accounts(p_accounts uuid[], p_after bigint[], p_to bigint[]) RETURNS TABLE (fault text,
  subject text, currency text, expected numeric, found numeric, on_date date, reference text) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET work_mem = '64MB' AS $$
  WITH account AS MATERIALIZED (
    SELECT a.id, a.account_number, a.currency, kind.normal_side, b.account_id, b.entry_count, b.ledger_balance, b.held,
      along.diverges_at, along.last_sequence, along.last_balance, asked.last IS NULL OR b.entry_count <= asked.last
        OR NOT EXISTS (SELECT FROM entries WHERE account_id = a.id AND sequence = asked.last + 1) AS is_whole,
      b.available_balance <> CASE kind.drawn_from WHEN 'LIMIT' THEN a.agreed_limit - b.ledger_balance
        ELSE b.ledger_balance - a.minimum_balance + a.agreed_limit END - b.held AS draws_wrongly
    -- Account by account: joined as a whole, the tables of all accounts and all entries would be read, and sorted.
    FROM unnest(p_accounts, p_after, p_to) AS asked (id, after, last)
      CROSS JOIN LATERAL (SELECT * FROM accounts WHERE id = asked.id OFFSET 0) AS a
      JOIN account_kinds kind ON kind.account_type = a.account_type
      LEFT JOIN LATERAL (SELECT * FROM balances WHERE account_id = asked.id OFFSET 0) AS b ON true
      CROSS JOIN LATERAL (
        SELECT min(sequence) FILTER (WHERE sequence > asked.after AND (sequence <> next_number OR balance_after <> follows)) AS diverges_at,
          coalesce(max(sequence), 0) AS last_sequence, coalesce(max(balance_after) FILTER (WHERE is_last), 0) AS last_balance
        FROM (SELECT e.sequence, e.balance_after, lag(e.sequence, 1, 0::bigint) OVER along + 1 AS next_number,
            lag(e.balance_after, 1, 0.00) OVER along
              + CASE WHEN e.entry_type = kind.normal_side THEN e.amount ELSE -e.amount END AS follows,
            lead(e.sequence) OVER along IS NULL AS is_last
          FROM entries e WHERE e.account_id = asked.id AND e.sequence >= asked.after
            AND e.sequence <= coalesce(asked.last, 9223372036854775807) WINDOW along AS (ORDER BY e.sequence)) AS step) AS along),
  held AS (SELECT account_id, sum(amount) AS total FROM holds WHERE released_at IS NULL GROUP BY account_id)
  SELECT 'BALANCE_MISSING', account_number::text, currency::text, NULL::numeric, NULL::numeric, NULL::date, NULL FROM account
    WHERE account_id IS NULL
  UNION ALL
  SELECT 'BALANCE_DIFFERS', l.account_number::text, l.currency::text,
    (SELECT coalesce(sum(CASE WHEN e.entry_type = l.normal_side THEN e.amount ELSE -e.amount END), 0.00)
      FROM entries e WHERE e.account_id = l.id),
    l.ledger_balance, d.business_date, (SELECT t.transaction_id::text FROM transactions t WHERE t.id = d.transaction_id)
  FROM account l LEFT JOIN LATERAL (SELECT e.business_date, e.transaction_id FROM entries e
      WHERE e.account_id = l.id AND e.sequence = l.diverges_at OFFSET 0) AS d ON true
  WHERE l.account_id IS NOT NULL AND (l.diverges_at IS NOT NULL OR l.is_whole AND (l.draws_wrongly
    OR l.entry_count <> l.last_sequence OR l.ledger_balance <> l.last_balance))
  UNION ALL
  SELECT 'HELD_DIFFERS', l.account_number::text, l.currency::text, coalesce(h.total, 0), l.held, NULL, NULL
  FROM account l LEFT JOIN held h ON h.account_id = l.id WHERE l.is_whole AND l.held <> coalesce(h.total, 0) $$;

-- Of tills: one that nobody holds has no cash, and one that is held has no less than none. Every till has its account.
CREATE OR REPLACE FUNCTION faults_of_tills() RETURNS TABLE (fault text, subject text, currency text, expected numeric, found numeric,
  on_date date, reference text) LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT 'TILL_DIFFERS', t.name::text, a.currency::text, 0::numeric, b.ledger_balance, NULL::date, NULL
  FROM tills t LEFT JOIN accounts a ON a.till_id = t.id LEFT JOIN balances b ON b.account_id = a.id
  WHERE a.id IS NULL OR b.ledger_balance < 0
    OR b.ledger_balance <> 0 AND NOT EXISTS (SELECT FROM till_sessions s WHERE s.till_id = t.id AND s.closed_at IS NULL) $$;
