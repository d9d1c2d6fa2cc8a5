-- What business days come to, by kind of account: kept for days that are closed, added up for the others.

-- The totals of the entries that a branch made on a date, alone, for what is added up each time it is read: posting by posting, because
-- joined as a whole all entries would be read, and account by account before its kind is looked up.
CREATE OR REPLACE FUNCTION totals_of_date(p_branch uuid, p_date date) RETURNS TABLE (branch_id uuid, account_type account_type,
  product_id uuid, currency text, value_date date, debits numeric, credits numeric, entries bigint) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET work_mem = '64MB' AS $$
  SELECT a.branch_id, a.account_type, a.product_id, a.currency::text, e.value_date, sum(e.debits), sum(e.credits), sum(e.n)::bigint
  FROM (SELECT e.account_id, e.value_date, coalesce(sum(e.amount) FILTER (WHERE e.entry_type = 'DEBIT'), 0.00) AS debits,
        coalesce(sum(e.amount) FILTER (WHERE e.entry_type = 'CREDIT'), 0.00) AS credits, count(*) AS n
      FROM transactions t CROSS JOIN LATERAL (SELECT * FROM entries WHERE transaction_id = t.id OFFSET 0) AS e
      WHERE t.branch_id = p_branch AND t.business_date = p_date GROUP BY e.account_id, e.value_date OFFSET 0) AS e
    CROSS JOIN LATERAL (SELECT * FROM accounts WHERE id = e.account_id OFFSET 0) AS a
  GROUP BY a.branch_id, a.account_type, a.product_id, a.currency, e.value_date $$;

-- Keeps the totals of a closed day, once.
CREATE OR REPLACE FUNCTION seal_day(day business_days) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM day_seals WHERE day_id = day.id) THEN PERFORM look_and_seal(day); END IF;
END $$;

-- The same in one look with its proof: answers a transaction whose entries do not make it up, or null.
CREATE OR REPLACE FUNCTION look_and_seal(day business_days) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET work_mem = '64MB' AS $$
DECLARE wrong uuid;
BEGIN
  WITH look AS MATERIALIZED (SELECT * FROM look_through_day(day.branch_id, day.business_date)),
  totals AS MATERIALIZED (SELECT * FROM look WHERE account_type IS NOT NULL),
  seal AS (
    INSERT INTO day_seals (day_id, transactions, entries)
      SELECT day.id, (SELECT count(*) FROM transactions WHERE branch_id = day.branch_id AND business_date = day.business_date),
        (SELECT coalesce(sum(entries), 0) FROM totals)
      ON CONFLICT (day_id) DO NOTHING RETURNING day_id),
  kept AS (
    INSERT INTO day_totals (day_id, branch_id, account_type, product_id, currency, value_date, debits, credits, entries)
      SELECT seal.day_id, s.branch_id, s.account_type, s.product_id, s.currency, s.value_date, s.debits, s.credits, s.entries
      FROM seal, totals AS s)
  SELECT posting INTO wrong FROM look WHERE posting IS NOT NULL ORDER BY posting LIMIT 1;
  RETURN wrong;
END $$;

-- A day is sealed when it is closed, unless its proof has sealed it. One that stands open again, or is withdrawn, has no seal.
CREATE OR REPLACE FUNCTION keep_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NEW.closed_at IS NULL OR NEW.withdrawn_at IS NOT NULL THEN DELETE FROM day_seals WHERE day_id = NEW.id;
  ELSE PERFORM seal_day(NEW);
  END IF;
  RETURN NULL;
END $$;

-- Seals the closed days that are not sealed yet: those of a bulk load.
CREATE OR REPLACE FUNCTION seal_closed_days() RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM seal_day(d) FROM business_days d WHERE d.closed_at IS NOT NULL AND d.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT FROM day_seals s WHERE s.day_id = d.id);
END $$;

-- The dates on which branches have postings. Steps through the index from date to date.
CREATE OR REPLACE FUNCTION posted_dates() RETURNS TABLE (branch_id uuid, business_date date) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH RECURSIVE posted AS (
    (SELECT t.branch_id, t.business_date FROM transactions t ORDER BY t.branch_id, t.business_date LIMIT 1)
    UNION ALL
    SELECT later.branch_id, later.business_date FROM posted, LATERAL (SELECT t.branch_id, t.business_date FROM transactions t
      WHERE (t.branch_id, t.business_date) > (posted.branch_id, posted.business_date)
      ORDER BY t.branch_id, t.business_date LIMIT 1) AS later)
  SELECT p.branch_id, p.business_date FROM posted p $$;

-- Those that no seal covers: the open day, as a rule.
CREATE OR REPLACE FUNCTION unsealed_dates() RETURNS TABLE (branch_id uuid, business_date date) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT p.branch_id, p.business_date FROM posted_dates() AS p
  WHERE NOT EXISTS (SELECT FROM business_days d JOIN day_seals s ON s.day_id = d.id
    WHERE d.branch_id = p.branch_id AND d.business_date = p.business_date) $$;

-- How many entries a branch made on a date.
CREATE OR REPLACE FUNCTION entries_on(p_branch uuid, p_date date) RETURNS bigint LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((SELECT s.entries FROM day_seals s JOIN business_days d ON d.id = s.day_id
      WHERE d.branch_id = p_branch AND d.business_date = p_date),
    (SELECT count(*) FROM transactions t CROSS JOIN LATERAL (SELECT FROM entries WHERE transaction_id = t.id OFFSET 0) AS e
      WHERE t.branch_id = p_branch AND t.business_date = p_date)) $$;

-- Debits and credits by kind of account and date: of the accounts that a branch keeps, or of all (null), up to a business date.
CREATE OR REPLACE FUNCTION ledger_totals(p_branch uuid, p_to date) RETURNS TABLE (account_type account_type, product_id uuid,
  currency text, business_date date, value_date date, debits numeric, credits numeric, entries bigint) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT s.account_type, s.product_id, s.currency::text, d.business_date, s.value_date, s.debits, s.credits, s.entries::bigint
  FROM day_totals s JOIN business_days d ON d.id = s.day_id
  WHERE (p_branch IS NULL OR s.branch_id = p_branch) AND d.business_date <= p_to
  UNION ALL
  SELECT s.account_type, s.product_id, s.currency, u.business_date, s.value_date, s.debits, s.credits, s.entries
  FROM unsealed_dates() AS u, LATERAL totals_of_date(u.branch_id, u.business_date) AS s
  WHERE u.business_date <= p_to AND (p_branch IS NULL OR s.branch_id = p_branch) $$;
