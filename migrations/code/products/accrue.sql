-- Daily interest. What an account earns or owes for a day follows from its balance at the end of that day, by value date, and from the
-- terms in force on it. See migrations/0028-interest.sql for the unit in which it is kept.

-- A day in 1,603,080ths of a year. The day counts of products telescope within a month: its days add up to what the month counts, so
-- that by 30/360 a 31st counts nothing and the last of February the rest to thirty.
CREATE OR REPLACE FUNCTION day_parts(p_day_count text, p_day date) RETURNS bigint LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (after.numerator - before.numerator) * (1603080 / after.denominator)
  FROM (SELECT p_day - extract(day FROM p_day)::int + 1) AS month (first),
    year_fraction(p_day_count, first, p_day + 1) AS after, year_fraction(p_day_count, first, p_day) AS before $$;

-- The parts of one currency unit: rates are per cent.
CREATE OR REPLACE FUNCTION parts_of_unit() RETURNS numeric LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT 160308000::numeric $$;

-- The bands of every product, or of one, on a day: the rate for what lies above one amount and up to another, in parts for that day.
-- What an account is overdrawn is a band of its own, as an amount owed.
CREATE OR REPLACE FUNCTION bands_on(p_day date, p_product uuid DEFAULT NULL)
RETURNS TABLE (product_id uuid, side text, above numeric, up_to numeric, rate numeric) LANGUAGE sql STABLE ROWS 50
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH terms AS MATERIALIZED (
    SELECT p.id, p.account_type, t.rates, t.overdraft_rate, day_parts(t.day_count, p_day) AS parts
    FROM products p, terms_of(p.id, p_day) AS t WHERE t.id IS NOT NULL AND (p_product IS NULL OR p.id = p_product))
  SELECT id, CASE account_type WHEN 'LOAN' THEN 'LENT' ELSE 'KEPT' END, (band ->> 'above')::numeric,
    lead((band ->> 'above')::numeric, 1, 'Infinity') OVER (PARTITION BY id ORDER BY (band ->> 'above')::numeric),
    (band ->> 'rate')::numeric * parts
  FROM terms, jsonb_array_elements(rates) AS band
  UNION ALL SELECT id, 'OVERDRAWN', 0, 'Infinity', overdraft_rate * parts FROM terms WHERE overdraft_rate > 0 AND account_type <> 'LOAN' $$;

-- What a balance earns and owes in these bands.
CREATE OR REPLACE FUNCTION interest_for(p_product uuid, p_balance numeric, p_day date, OUT earned numeric, OUT owed numeric)
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(sum(rate * (least(amount, up_to) - above)) FILTER (WHERE side = 'KEPT'), 0),
    coalesce(sum(rate * (least(amount, up_to) - above)) FILTER (WHERE side <> 'KEPT'), 0)
  FROM bands_on(p_day, p_product) AS band, LATERAL (SELECT CASE side WHEN 'OVERDRAWN' THEN -p_balance ELSE p_balance END) AS a (amount)
  WHERE amount > above $$;

-- The same for all days of a period (both included), from the first so many entries of the account alone: the accrual anew, day by day.
CREATE OR REPLACE FUNCTION interest_between(p_account uuid, p_from date, p_to date, p_entries bigint, OUT earned numeric, OUT owed numeric)
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH moved AS (
    SELECT greatest(e.value_date, p_from) AS day, sum(CASE WHEN e.entry_type = kind.normal_side THEN e.amount ELSE -e.amount END) AS effect
    FROM entries e JOIN accounts a ON a.id = e.account_id JOIN account_kinds kind ON kind.account_type = a.account_type
    WHERE e.account_id = p_account AND e.sequence <= p_entries AND e.value_date <= p_to GROUP BY 1),
  held AS (
    SELECT d::date AS day, coalesce(sum(m.effect) OVER (ORDER BY d), 0) AS balance
    FROM generate_series(p_from::timestamp, p_to, '1 day') AS d LEFT JOIN moved m ON m.day = d::date)
  SELECT coalesce(sum(i.earned), 0), coalesce(sum(i.owed), 0)
  FROM accounts a, held, interest_for(a.product_id, held.balance, held.day) AS i WHERE a.id = p_account $$;

-- Begins to accrue on accounts whose product has interest by now, from their first entry or the first such terms, whichever is later.
-- Without loops over the accruals: a plan made while there are none would read what it has just written again for each account.
CREATE OR REPLACE FUNCTION begin_accruals(p_branch uuid, p_date date) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_nestloop = off SET work_mem = '64MB' AS $$
  WITH bearing AS MATERIALIZED (
    SELECT product_id, min(valid_from) AS since FROM product_terms
    WHERE valid_from <= p_date AND (overdraft_rate > 0 OR rates @? '$[*].rate ? (@ like_regex "[1-9]")') GROUP BY product_id)
  INSERT INTO interest_accruals (account_id, through, entry_count)
    SELECT a.id, greatest(bearing.since, least(p_date, (SELECT min(e.value_date) FROM entries e WHERE e.account_id = a.id))) - 1,
      b.entry_count
    FROM bearing JOIN accounts a ON a.product_id = bearing.product_id JOIN balances b ON b.account_id = a.id
    WHERE a.branch_id = p_branch AND a.status <> 'CLOSED' AND NOT EXISTS (SELECT FROM interest_accruals s WHERE s.account_id = a.id) $$;

-- The interest of one day, for every account of the branch whose interest is accrued up to the day before and has all its entries in it:
-- one that has just come is for correct_accruals first. Answers how many.
CREATE OR REPLACE FUNCTION accrue_day(p_branch uuid, p_day date) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET work_mem = '64MB' AS $$
DECLARE accrued int;
BEGIN
  WITH later AS MATERIALIZED (
    SELECT e.account_id, sum(CASE WHEN e.entry_type = kind.normal_side THEN e.amount ELSE -e.amount END) AS effect
    FROM entries e JOIN accounts a ON a.id = e.account_id JOIN account_kinds kind ON kind.account_type = a.account_type
    WHERE e.value_date > p_day AND a.branch_id = p_branch AND a.customer_id IS NOT NULL GROUP BY e.account_id),
  held AS MATERIALIZED (
    SELECT s.account_id, a.product_id, s.entry_count, b.ledger_balance - coalesce(later.effect, 0) AS balance
    FROM interest_accruals s JOIN accounts a ON a.id = s.account_id JOIN balances b ON b.account_id = s.account_id
      LEFT JOIN later ON later.account_id = s.account_id
    WHERE a.branch_id = p_branch AND s.through = p_day - 1 AND b.entry_count <= s.entry_count),
  band AS MATERIALIZED (SELECT * FROM bands_on(p_day)),
  interest AS (
    SELECT h.account_id, h.entry_count,
      coalesce(sum(rate * (least(amount, up_to) - above)) FILTER (WHERE side = 'KEPT'), 0) AS earned,
      coalesce(sum(rate * (least(amount, up_to) - above)) FILTER (WHERE side <> 'KEPT'), 0) AS owed
    FROM held h
      LEFT JOIN band ON band.product_id = h.product_id AND CASE side WHEN 'OVERDRAWN' THEN -h.balance ELSE h.balance END > above
      CROSS JOIN LATERAL (SELECT CASE side WHEN 'OVERDRAWN' THEN -h.balance ELSE h.balance END) AS a (amount)
    GROUP BY h.account_id, h.entry_count)
  -- Into which somebody has put another entry meanwhile is left for the next call: the balance above is without it.
  UPDATE interest_accruals s SET through = p_day, earned = s.earned + i.earned, owed = s.owed + i.owed
    FROM interest i WHERE s.account_id = i.account_id AND s.through = p_day - 1 AND s.entry_count = i.entry_count;
  GET DIAGNOSTICS accrued = ROW_COUNT;
  RETURN accrued;
END $$;
