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

-- The interest of the last day with what came since, less the interest without it; of what counts from later days nothing changes. Without
-- loops: how many have come is not known to a plan.
CREATE OR REPLACE FUNCTION correct_last_day(p_branch uuid, p_day date) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan SET enable_nestloop = off AS $$
BEGIN
  WITH late AS MATERIALIZED (SELECT * FROM late_entries(p_branch, NULL) AS l
    WHERE l.since IS NULL OR l.since = p_day AND l.through = p_day),
  later AS MATERIALIZED (
    SELECT l.account_id, sum(CASE WHEN e.entry_type = l.normal_side THEN e.amount ELSE -e.amount END) AS effect
    FROM late l JOIN entries e ON e.account_id = l.account_id
    WHERE l.since = p_day AND e.value_date > p_day AND e.sequence <= l.entry_count GROUP BY l.account_id),
  side AS (
    SELECT l.account_id, l.product_id, s.side, s.sign * (l.ledger_balance - coalesce(later.effect, 0)) AS after,
      s.sign * (l.ledger_balance - coalesce(later.effect, 0) - l.effect) AS before
    FROM late l LEFT JOIN later ON later.account_id = l.account_id, (VALUES ('KEPT', 1), ('LENT', 1), ('OVERDRAWN', -1)) AS s (side, sign)
    WHERE l.since = p_day),
  changed AS (
    SELECT side.account_id, coalesce(sum(gain) FILTER (WHERE side.side = 'KEPT'), 0) AS earned,
      coalesce(sum(gain) FILTER (WHERE side.side <> 'KEPT'), 0) AS owed
    FROM side JOIN bands_on(p_day) AS band ON band.product_id = side.product_id AND band.side = side.side
      CROSS JOIN LATERAL (SELECT band.rate * (greatest(least(side.after, band.up_to) - band.above, 0)
        - greatest(least(side.before, band.up_to) - band.above, 0)) AS gain) AS g
    GROUP BY side.account_id)
  UPDATE interest_accruals s SET entry_count = late.entry_count, earned = s.earned + coalesce(changed.earned, 0),
      owed = s.owed + coalesce(changed.owed, 0)
    FROM late LEFT JOIN changed ON changed.account_id = late.account_id
    WHERE s.account_id = late.account_id AND s.entry_count = late.counted AND s.through = late.through;
END $$;

-- The interest of all days from the first that changes, with what came since, less the interest of those days without it.
CREATE OR REPLACE FUNCTION correct_earlier_days(p_branch uuid, p_account uuid) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH late AS MATERIALIZED (SELECT * FROM late_entries(p_branch, p_account))
  UPDATE interest_accruals s SET entry_count = late.entry_count,
      earned = s.earned + anew.earned - before.earned, owed = s.owed + anew.owed - before.owed
    FROM late, LATERAL interest_between(late.account_id, late.since, late.through, late.entry_count) AS anew,
      LATERAL interest_between(late.account_id, late.since, late.through, late.counted) AS before
    WHERE s.account_id = late.account_id AND s.entry_count = late.counted AND s.through = late.through AND late.since IS NOT NULL $$;
