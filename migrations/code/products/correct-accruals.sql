-- Interest of days that have accrued already, for entries that came since: the job's own fee on the last of them, or what a person posts
-- with an earlier value date.

-- Accounts with entries that are not in their accrual yet: the first of the accrued days that they count for, and what they change
-- together up to the last. Null where all of them count from a later day.
CREATE OR REPLACE FUNCTION late_entries(p_branch uuid, p_account uuid) RETURNS TABLE (account_id uuid, product_id uuid,
  normal_side entry_side, through date, counted bigint, entry_count bigint, ledger_balance numeric, since date, effect numeric)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  RETURN QUERY SELECT s.account_id, a.product_id, kind.normal_side, s.through, s.entry_count, b.entry_count, b.ledger_balance,
      came.since, came.effect
    FROM interest_accruals s JOIN balances b ON b.account_id = s.account_id JOIN accounts a ON a.id = s.account_id
      JOIN account_kinds kind ON kind.account_type = a.account_type
      CROSS JOIN LATERAL (SELECT min(e.value_date) AS since,
          sum(CASE WHEN e.entry_type = kind.normal_side THEN e.amount ELSE -e.amount END) AS effect
        FROM entries e WHERE e.account_id = s.account_id AND e.sequence > s.entry_count AND e.value_date <= s.through) AS came
    WHERE a.branch_id = p_branch AND b.entry_count > s.entry_count AND (p_account IS NULL OR s.account_id = p_account);
END $$;

-- Puts such entries into the accruals of a branch, or of one account alone. In a branch those that count for the last day that has accrued,
-- which are all but a few, are put in together.
CREATE OR REPLACE FUNCTION correct_accruals(p_branch uuid, p_account uuid DEFAULT NULL) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_account IS NULL THEN
    PERFORM correct_last_day(p_branch, (SELECT max(s.through) FROM interest_accruals s JOIN accounts a ON a.id = s.account_id
      WHERE a.branch_id = p_branch));
  END IF;
  PERFORM correct_earlier_days(p_branch, p_account);
END $$;

-- The interest of the last day with what came since, less the interest without it, of the accounts that have accrued to it and whose new
-- entries count from it or from later days, which change nothing. Without loops: how many have come is not known to a plan. Entries that
-- count from this day on lie together.
CREATE OR REPLACE FUNCTION correct_last_day(p_branch uuid, p_day date) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan SET enable_nestloop = off
SET work_mem = '64MB' AS $$
BEGIN
  WITH late AS MATERIALIZED (
    SELECT s.account_id, a.product_id, kind.normal_side, s.entry_count AS counted, b.entry_count, b.ledger_balance
    FROM interest_accruals s JOIN balances b ON b.account_id = s.account_id JOIN accounts a ON a.id = s.account_id
      JOIN account_kinds kind ON kind.account_type = a.account_type
    WHERE a.branch_id = p_branch AND s.through = p_day AND b.entry_count > s.entry_count),
  came AS MATERIALIZED (
    SELECT l.account_id, l.product_id, l.counted, l.entry_count,
      l.ledger_balance - coalesce(sum(signed) FILTER (WHERE e.value_date > p_day), 0) AS stood,
      coalesce(sum(signed) FILTER (WHERE e.value_date = p_day AND e.sequence > l.counted), 0) AS effect
    FROM late l JOIN entries e ON e.account_id = l.account_id AND e.sequence <= l.entry_count
      CROSS JOIN LATERAL (SELECT CASE WHEN e.entry_type = l.normal_side THEN e.amount ELSE -e.amount END) AS s (signed)
    WHERE e.value_date >= p_day GROUP BY l.account_id, l.product_id, l.counted, l.entry_count, l.ledger_balance
    HAVING count(*) FILTER (WHERE e.sequence > l.counted) = l.entry_count - l.counted),
  band AS MATERIALIZED (SELECT * FROM bands_on(p_day)),
  changed AS (
    SELECT c.account_id, coalesce(sum(gain) FILTER (WHERE band.side = 'KEPT'), 0) AS earned,
      coalesce(sum(gain) FILTER (WHERE band.side <> 'KEPT'), 0) AS owed
    FROM came c JOIN band ON band.product_id = c.product_id
      CROSS JOIN LATERAL (SELECT CASE band.side WHEN 'OVERDRAWN' THEN -1 ELSE 1 END) AS s (sign)
      CROSS JOIN LATERAL (SELECT band.rate * (greatest(least(s.sign * stood, band.up_to) - band.above, 0)
        - greatest(least(s.sign * (stood - effect), band.up_to) - band.above, 0)) AS gain) AS g
    WHERE c.effect <> 0 GROUP BY c.account_id)
  UPDATE interest_accruals s SET entry_count = came.entry_count, earned = s.earned + coalesce(changed.earned, 0),
      owed = s.owed + coalesce(changed.owed, 0)
    FROM came LEFT JOIN changed ON changed.account_id = came.account_id
    WHERE s.account_id = came.account_id AND s.entry_count = came.counted AND s.through = p_day;
END $$;

-- The interest of all days from the first that changes, with what came since, less the interest of those days without it. Where all of it
-- counts from later days, nothing changes.
CREATE OR REPLACE FUNCTION correct_earlier_days(p_branch uuid, p_account uuid) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH late AS MATERIALIZED (SELECT * FROM late_entries(p_branch, p_account)),
  seen AS (
    UPDATE interest_accruals s SET entry_count = late.entry_count
      FROM late WHERE s.account_id = late.account_id AND s.entry_count = late.counted AND late.since IS NULL)
  UPDATE interest_accruals s SET entry_count = late.entry_count,
      earned = s.earned + anew.earned - before.earned, owed = s.owed + anew.owed - before.owed
    FROM late, LATERAL interest_between(late.account_id, late.since, late.through, late.entry_count) AS anew,
      LATERAL interest_between(late.account_id, late.since, late.through, late.counted) AS before
    WHERE s.account_id = late.account_id AND s.entry_count = late.counted AND s.through = late.through AND late.since IS NOT NULL $$;
