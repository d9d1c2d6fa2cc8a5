-- The figures of a business day, for its branch's supervisors and auditors.

-- Cash that went over the counter while each till was held on a day: not what moved between till and vault, nor a difference of a count.
-- It is looked for among the till's own entries of that time, with an hour for a clock that was set, however long the till's history is.
CREATE OR REPLACE FUNCTION counter_cash_of(day business_days) RETURNS TABLE (session_id uuid, paid_in numeric, paid_out numeric)
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT s.id, sum(e.amount) FILTER (WHERE e.entry_type = 'DEBIT'), sum(e.amount) FILTER (WHERE e.entry_type = 'CREDIT')
  FROM till_sessions s CROSS JOIN LATERAL (SELECT till_account(s.till_id) AS id OFFSET 0) AS cash
    CROSS JOIN LATERAL (SELECT entries_before(cash.id, s.opened_at - interval '1 hour') AS before,
      entries_before(cash.id, coalesce(s.closed_at, 'infinity') + interval '1 hour') AS last OFFSET 0) AS held
    JOIN entries e ON e.account_id = cash.id AND e.sequence > held.before AND e.sequence <= held.last
    CROSS JOIN LATERAL (SELECT CASE x.from_account_id WHEN cash.id THEN x.to_account_id ELSE x.from_account_id END AS id,
        coalesce(e.created_at, x.processed_at, x.created_at) AS at FROM transactions x
      WHERE x.id = e.transaction_id AND x.branch_id = day.branch_id AND x.business_date = day.business_date OFFSET 0) AS other
  WHERE s.business_day_id = day.id AND other.at >= s.opened_at AND other.at <= coalesce(s.closed_at, 'infinity')
    AND other.id NOT IN (SELECT a.id FROM accounts a WHERE a.customer_id IS NULL AND a.till_id IS NULL
      AND a.account_type IN ('VAULT', 'CASH_OVER', 'CASH_SHORT'))
  GROUP BY s.id $$;

-- Each holding of a till on a day, and for an open day also the tills that nobody holds. What a till should hold is told to
-- nobody who could count it, until both counts stand: they are blind.
CREATE OR REPLACE FUNCTION tills_of_day(who identity, day business_days) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('tillId', t.id, 'name', t.name, 'holder', holder.full_name, 'own', own,
      'openedAt', s.opened_at, 'closedAt', s.closed_at, 'closedBy', closer.full_name, 'float', s.opening_float::text,
      'paidIn', CASE WHEN NOT own THEN coalesce(paid.paid_in, 0)::text END,
      'paidOut', CASE WHEN NOT own THEN coalesce(paid.paid_out, 0)::text END,
      'expected', CASE WHEN NOT own THEN coalesce(s.expected, bal.ledger_balance)::text END,
      'isCounted', s.count_locked_at IS NOT NULL AND s.closed_at IS NULL,
      'counted', s.counted::text, 'difference', (s.counted - s.expected)::text) ORDER BY length(t.name), t.name, s.opened_at), '[]')
  FROM tills t
    LEFT JOIN till_sessions s ON s.till_id = t.id AND s.business_day_id = day.id
    LEFT JOIN users holder ON holder.id = s.user_id LEFT JOIN users closer ON closer.id = s.closed_by
    JOIN balances bal ON bal.account_id = till_account(t.id)
    CROSS JOIN LATERAL (SELECT who.role <> 'AUDITOR' AND s.id IS NOT NULL AND s.closed_at IS NULL) AS blind (own)
    LEFT JOIN counter_cash_of(day) AS paid ON paid.session_id = s.id
  WHERE t.branch_id = day.branch_id AND (s.id IS NOT NULL OR day.closed_at IS NULL) $$;

-- Number and sum of what was posted, by kind. Transfers within the bank are told apart by what they moved. Sums of cash would tell
-- what the only open till holds, and are left out for those who could count it.
CREATE OR REPLACE FUNCTION postings_of_day(who identity, day business_days) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH own AS MATERIALIZED (
    SELECT id, 'BRANCH' AS holder, account_type FROM accounts WHERE customer_id IS NULL AND till_id IS NULL
    UNION ALL SELECT id, 'TILL', account_type FROM accounts WHERE till_id IS NOT NULL),
  posted AS (
    SELECT x.currency, x.amount, CASE
        WHEN x.transaction_type <> 'TRANSFER' OR f.id IS NULL OR t.id IS NULL THEN x.transaction_type::text
        WHEN 'CASH_OVER' IN (f.account_type, t.account_type) OR 'CASH_SHORT' IN (f.account_type, t.account_type) THEN 'TILL_DIFFERENCE'
        WHEN 'TILL' IN (f.holder, t.holder) THEN 'TILL_CASH' ELSE 'VAULT_CASH' END AS kind
    FROM transactions x LEFT JOIN own f ON f.id = x.from_account_id LEFT JOIN own t ON t.id = x.to_account_id
    WHERE x.branch_id = day.branch_id AND x.business_date = day.business_date AND num_nulls(x.from_account_id, x.to_account_id) = 0),
  holding AS (SELECT EXISTS (SELECT FROM till_sessions
    WHERE who.role <> 'AUDITOR' AND business_day_id = day.id AND closed_at IS NULL) AS now)
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'currency', currency, 'count', n,
      'total', CASE WHEN NOT (holding.now AND kind IN ('DEPOSIT', 'WITHDRAWAL')) THEN total::text END) ORDER BY kind, currency), '[]')
  FROM (SELECT kind, currency, count(*) AS n, sum(amount) AS total FROM posted GROUP BY kind, currency) AS sums, holding $$;

-- What the vault held before the first posting of a day, what came in and went out, and what it held after the last one. What was posted
-- after the day was closed, with an hour for a clock that was set, is not looked at.
CREATE OR REPLACE FUNCTION vault_of_day(day business_days, OUT before numeric, OUT paid_in numeric, OUT paid_out numeric, OUT after numeric)
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH vault AS (SELECT id, entries_before(id, coalesce(day.closed_at, 'infinity') + interval '1 hour') AS newest
    FROM branch_account(day.branch_id, 'VAULT') AS id),
  earlier AS (SELECT e.* FROM vault CROSS JOIN LATERAL (SELECT e.sequence, e.balance_after FROM entries e
    WHERE e.account_id = vault.id AND e.sequence <= vault.newest AND e.business_date < day.business_date
    ORDER BY e.sequence DESC LIMIT 1) AS e),
  line AS (SELECT e.sequence, e.entry_type, e.amount, e.balance_after FROM vault JOIN entries e ON e.account_id = vault.id
      AND e.sequence <= vault.newest AND e.sequence > coalesce((SELECT sequence FROM earlier), 0)
    WHERE e.business_date = day.business_date)
  SELECT coalesce((SELECT balance_after FROM earlier), 0),
    coalesce(sum(amount) FILTER (WHERE entry_type = 'DEBIT'), 0), coalesce(sum(amount) FILTER (WHERE entry_type = 'CREDIT'), 0),
    coalesce((SELECT balance_after FROM line ORDER BY sequence DESC LIMIT 1), (SELECT balance_after FROM earlier), 0)
  FROM line $$;

-- One day, by its date, or the newest that stands. No row when the branch has no such day.
CREATE OR REPLACE FUNCTION read_branch_day(p_date date) RETURNS TABLE (business_date date, status text, currency text,
  opened_by text, opened_at timestamptz, closed_by text, closed_at timestamptz,
  vault_before numeric, vault_in numeric, vault_out numeric, vault_after numeric, tills jsonb, postings jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  day business_days;
BEGIN
  PERFORM require_counts_committed(who.branch_id);
  SELECT * INTO day FROM business_days WHERE branch_id = who.branch_id AND (business_date = p_date OR p_date IS NULL)
    ORDER BY withdrawn_at IS NULL DESC, business_date DESC LIMIT 1;
  RETURN QUERY SELECT day.business_date, day.status::text, branch_currency(day.branch_id), opener.full_name::text, day.opened_at,
      closer.full_name::text, day.closed_at, v.before, v.paid_in, v.paid_out, v.after, tills_of_day(who, day), postings_of_day(who, day)
    FROM vault_of_day(day) AS v JOIN users opener ON opener.id = day.opened_by LEFT JOIN users closer ON closer.id = day.closed_by;
END $$;

-- Days of the branch, the newest first, with what their counts were short and over; `p_before` is the cursor.
CREATE OR REPLACE FUNCTION list_branch_days(p_before date, p_limit int) RETURNS TABLE (id uuid, business_date date, status text,
  opened_by text, closed_by text, postings bigint, short numeric, surplus numeric)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE who identity := require_identity('SUPERVISOR', 'AUDITOR');
BEGIN
  PERFORM require_counts_committed(who.branch_id);
  RETURN QUERY SELECT d.id, d.business_date, d.status::text, opener.full_name::text, closer.full_name::text,
      CASE WHEN d.status = 'WITHDRAWN' THEN 0 ELSE
        coalesce((SELECT k.transactions FROM day_seals k WHERE k.day_id = d.id),
          (SELECT count(*) FROM transactions x WHERE x.branch_id = d.branch_id AND x.business_date = d.business_date)) END,
      coalesce(s.short, 0), coalesce(s.surplus, 0)
    FROM business_days d JOIN users opener ON opener.id = d.opened_by LEFT JOIN users closer ON closer.id = d.closed_by
      CROSS JOIN LATERAL (SELECT sum(expected - counted) FILTER (WHERE counted < expected),
        sum(counted - expected) FILTER (WHERE counted > expected) FROM till_sessions WHERE business_day_id = d.id) AS s (short, surplus)
    WHERE d.branch_id = who.branch_id AND (p_before IS NULL OR d.business_date < p_before)
    ORDER BY d.business_date DESC, d.opened_at DESC LIMIT least(greatest(p_limit, 1), 200);
END $$;
