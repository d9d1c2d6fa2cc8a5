-- Trial balance and general ledger, from the totals of days. Balances are debits minus credits, on every account.

-- Whoever holds a till is not told what the books say of the day on which it is held: the cash of the till could be worked out, and its
-- count is blind.
CREATE OR REPLACE FUNCTION require_no_blind_till(who identity, p_to date) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_counts_committed(who.branch_id);
  PERFORM FROM till_sessions s JOIN business_days d ON d.id = s.business_day_id
    WHERE s.user_id = who.user_id AND s.closed_at IS NULL AND d.business_date <= coalesce(p_to, 'infinity');
  IF FOUND THEN PERFORM refuse('TILL_STILL_HELD'); END IF;
END $$;

-- Every code of the chart with what stands on it and beneath it at the end of a date, and what moved on it, by currency. By business
-- date, on which entries were recorded, or by value date, from which they count. A kind of account that the chart does not name stands
-- last, without a code.
CREATE OR REPLACE FUNCTION trial_balance(p_branch uuid, p_date date, p_by_value boolean) RETURNS TABLE (code text, currency text,
  debits numeric, credits numeric, entries numeric) LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH total AS MATERIALIZED (
    SELECT t.account_type, t.product_id, t.currency, sum(t.debits) AS debits, sum(t.credits) AS credits, sum(t.entries) AS entries
    FROM ledger_totals(p_branch, CASE WHEN p_by_value THEN 'infinity' ELSE p_date END) AS t
    WHERE NOT p_by_value OR t.value_date <= p_date GROUP BY t.account_type, t.product_id, t.currency)
  SELECT above.code, total.currency, sum(total.debits), sum(total.credits), sum(total.entries)
  FROM total LEFT JOIN gl_paths() AS p ON p.id = gl_account_of(total.account_type, total.product_id, total.currency)
    CROSS JOIN LATERAL unnest(coalesce(p.codes, ARRAY[NULL::text])) AS above (code)
  GROUP BY above.code, total.currency $$;

CREATE OR REPLACE FUNCTION read_trial_balance(p_date date, p_by_value boolean) RETURNS TABLE (code text, currency text, debits numeric,
  credits numeric, entries numeric) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('SUPERVISOR', 'AUDITOR');
BEGIN
  PERFORM require_no_blind_till(who, p_date);
  RETURN QUERY SELECT t.code, t.currency, t.debits, t.credits, t.entries FROM trial_balance(books_branch(who), p_date, p_by_value) AS t;
END $$;

-- The chart of accounts with its account sets, in the order of its codes; a parent stands before what is beneath it.
CREATE OR REPLACE FUNCTION read_chart() RETURNS TABLE (code text, name text, parent text, class text, normal_side entry_side, depth int,
  sets jsonb) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_identity('SUPERVISOR', 'AUDITOR');
  RETURN QUERY SELECT g.code::text, g.name::text, above.code::text, g.class::text, g.normal_side, cardinality(path.codes) - 1,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('accountType', s.account_type, 'currency', s.currency, 'product', p.name)
        ORDER BY s.account_type, s.currency NULLS FIRST, p.name), '[]')
        FROM gl_sets s LEFT JOIN products p ON p.id = s.product_id WHERE s.gl_account_id = g.id)
    FROM gl_accounts g JOIN gl_paths() AS path ON path.id = g.id LEFT JOIN gl_accounts above ON above.id = g.parent_id
    ORDER BY path.codes;
END $$;

-- Whether accounts of a kind, product and currency stand on a code or beneath it.
CREATE OR REPLACE FUNCTION stands_beneath(p_code text, p_type account_type, p_product uuid, p_currency text) RETURNS boolean LANGUAGE sql
STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM gl_paths() AS p WHERE p.id = gl_account_of(p_type, p_product, p_currency) AND p_code = ANY (p.codes)) $$;

-- The same as a list: kinds with their products, and with none.
CREATE OR REPLACE FUNCTION kinds_beneath(p_code text, p_currency text) RETURNS TABLE (account_type account_type, product_id uuid)
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT kind.account_type, product.id FROM account_kinds kind
    LEFT JOIN (SELECT id, account_type FROM products WHERE currency = p_currency) AS product ON product.account_type = kind.account_type
  WHERE stands_beneath(p_code, kind.account_type, product.id, p_currency) $$;

-- A code in one currency over a period: what stood on it before, each date with its sums and what stood after it. By business date, on
-- which entries were recorded, or by value date; the latter tells of entries of today, whatever the
-- period, and so nothing to whoever holds a till.
CREATE OR REPLACE FUNCTION read_general_ledger(p_code text, p_currency text, p_from date, p_to date, p_by_value boolean)
RETURNS TABLE (business_date date, debits numeric, credits numeric, entries numeric, balance numeric) LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE who identity := require_identity('SUPERVISOR', 'AUDITOR');
BEGIN
  PERFORM require_no_blind_till(who, CASE WHEN NOT p_by_value THEN p_to END);
  RETURN QUERY
    WITH dated AS (
      SELECT CASE WHEN p_by_value THEN t.value_date ELSE t.business_date END AS business_date, t.account_type, t.product_id, t.debits,
        t.credits, t.entries
      FROM ledger_totals(books_branch(who), CASE WHEN p_by_value THEN 'infinity' ELSE coalesce(p_to, 'infinity') END) AS t
      WHERE t.currency = p_currency),
    day AS (
      SELECT t.business_date, sum(t.debits) AS debits, sum(t.credits) AS credits, sum(t.entries) AS entries
      FROM dated t WHERE t.business_date <= coalesce(p_to, 'infinity') AND EXISTS (SELECT FROM kinds_beneath(p_code, p_currency) AS k
        WHERE k.account_type = t.account_type AND k.product_id IS NOT DISTINCT FROM t.product_id) GROUP BY t.business_date),
    running AS (SELECT day.*, sum(day.debits - day.credits) OVER (ORDER BY day.business_date) AS balance FROM day)
    SELECT r.business_date, r.debits, r.credits, r.entries, r.balance FROM running r
    WHERE r.business_date >= coalesce(p_from, '-infinity') ORDER BY r.business_date;
END $$;

-- The entries of a code on one business date or value date, a page of at most 200 after one of them. That they were looked at is on record.
CREATE OR REPLACE FUNCTION read_ledger_entries(p_code text, p_currency text, p_date date, p_by_value boolean,
  p_after_account uuid, p_after_number bigint, p_limit int) RETURNS SETOF jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  branch uuid := books_branch(who);
  after uuid := (SELECT transaction_id FROM entries WHERE account_id = p_after_account AND sequence = p_after_number);
BEGIN
  PERFORM require_no_blind_till(who, CASE WHEN NOT p_by_value THEN p_date END);
  PERFORM note_look(who, 'VIEWED', 'gl_accounts', (SELECT id FROM gl_accounts WHERE code = p_code), jsonb_build_object('date', p_date));
  PERFORM count_reads(who, least(greatest(p_limit, 1), 200));
  RETURN QUERY SELECT jsonb_build_object('entryId', concat(e.account_id, '/', e.sequence), 'transactionId', t.id,
      'reference', t.transaction_id, 'postedAt', coalesce(e.created_at, t.processed_at, t.created_at), 'transactionType',
      t.transaction_type, 'description', t.description, 'accountNumber', a.account_number, 'side', e.entry_type, 'amount', e.amount::text)
    FROM entries_dated(p_date, p_by_value) AS e JOIN transactions t ON t.id = e.transaction_id JOIN accounts a ON a.id = e.account_id
    WHERE a.currency = p_currency AND (branch IS NULL OR a.branch_id = branch)
      AND (after IS NULL OR (t.id, e.account_id, e.sequence) > (after, p_after_account, p_after_number))
      AND EXISTS (SELECT FROM kinds_beneath(p_code, p_currency) AS k WHERE k.account_type = a.account_type
        AND k.product_id IS NOT DISTINCT FROM a.product_id)
    ORDER BY t.id, e.account_id, e.sequence LIMIT least(greatest(p_limit, 1), 200);
END $$;

-- The entries of all branches that were recorded on a date, or that count from it. Each by its own index.
CREATE OR REPLACE FUNCTION entries_dated(p_date date, p_by_value boolean) RETURNS SETOF entries LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_by_value THEN
    RETURN QUERY SELECT e.* FROM entries e WHERE e.value_date = p_date;
  ELSE
    RETURN QUERY SELECT e.* FROM branches b JOIN transactions t ON t.branch_id = b.id AND t.business_date = p_date
      JOIN entries e ON e.transaction_id = t.id;
  END IF;
END $$;
