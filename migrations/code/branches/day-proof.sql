-- What proves a business day. All of it is read by functions that are STABLE, called by one statement: they see one snapshot.

-- Every till, the vault and every suspense account of the branch, in every currency: what stood on it before the day, what came in and
-- went out on the account's own side and the other, what that leads to, and what its balance says. Reads the day's entries alone.
CREATE OR REPLACE FUNCTION proved_accounts(day business_days) RETURNS TABLE (account_number text, kind account_type, name text,
  currency text, till_id uuid, opening numeric, paid_in numeric, paid_out numeric, closing numeric, stands_at numeric) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT a.account_number::text, a.account_type, t.name::text, a.currency::text, a.till_id, before.balance, moved.paid_in, moved.paid_out,
    before.balance + moved.paid_in - moved.paid_out, b.ledger_balance
  FROM accounts a JOIN account_kinds k ON k.account_type = a.account_type JOIN balances b ON b.account_id = a.id
    LEFT JOIN tills t ON t.id = a.till_id
    LEFT JOIN LATERAL (SELECT e.sequence, e.balance_after FROM entries e
      WHERE e.account_id = a.id AND e.business_date < day.business_date ORDER BY e.sequence DESC LIMIT 1) AS last ON true
    CROSS JOIN LATERAL (SELECT coalesce(last.balance_after, 0.00) AS balance) AS before
    CROSS JOIN LATERAL (SELECT coalesce(sum(e.amount) FILTER (WHERE e.entry_type = k.normal_side), 0.00) AS paid_in,
        coalesce(sum(e.amount) FILTER (WHERE e.entry_type <> k.normal_side), 0.00) AS paid_out
      FROM entries e WHERE e.account_id = a.id AND e.sequence > coalesce(last.sequence, 0) AND e.business_date = day.business_date) AS moved
  WHERE a.branch_id = day.branch_id AND a.account_type IN ('VAULT', 'TELLER_CASH', 'SUSPENSE')
  ORDER BY a.account_type = 'SUSPENSE', a.account_type = 'TELLER_CASH', length(t.name), t.name, a.currency $$;

-- The same in the shape of the contract. `p_held` are the tills of which nothing is told yet: whoever could count one would know what to
-- find, and the count is blind.
CREATE OR REPLACE FUNCTION proved_accounts_view(day business_days, p_held uuid[]) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('accountNumber', p.account_number, 'kind', p.kind, 'name', p.name, 'currency', p.currency,
    'opening', p.opening::text, 'paidIn', CASE WHEN is_told THEN p.paid_in::text END,
    'paidOut', CASE WHEN is_told THEN p.paid_out::text END, 'closing', CASE WHEN is_told THEN p.closing::text END,
    'standsAt', CASE WHEN is_told THEN p.stands_at::text END) ORDER BY p.n), '[]')
  FROM ROWS FROM (proved_accounts(day)) WITH ORDINALITY AS p (account_number, kind, name, currency, till_id, opening, paid_in, paid_out,
      closing, stands_at, n), LATERAL (SELECT p.till_id IS NULL OR NOT p.till_id = ANY (p_held)) AS t (is_told) $$;

-- What waits on suspense at the end of the day, by account: how much, how many entries, and how old the oldest is.
CREATE OR REPLACE FUNCTION suspense_of_day(day business_days) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('accountNumber', s.account_number, 'currency', s.currency, 'open', s.waits::text,
    'side', s.side, 'items', s.items, 'oldest', s.oldest, 'days', day.business_date - s.oldest) ORDER BY s.account_number), '[]')
  FROM (SELECT account_number, currency, side, sum(left_open) AS waits, count(*) AS items, min(business_date) AS oldest
    FROM open_suspense(day.branch_id, day.business_date) GROUP BY account_number, currency, side) AS s $$;

-- What each person posted on the day, by kind, with count and sum; and the system, as nobody.
CREATE OR REPLACE FUNCTION postings_by_person(day business_days) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('person', u.full_name, 'username', u.username, 'kind', sums.transaction_type,
    'currency', sums.currency, 'count', sums.n, 'total', sums.total::text)
    ORDER BY u.full_name NULLS LAST, u.username, sums.transaction_type, sums.currency), '[]')
  FROM (SELECT created_by, transaction_type, currency, count(*) AS n, sum(amount) AS total FROM transactions
      WHERE branch_id = day.branch_id AND business_date = day.business_date AND status = 'COMPLETED'
      GROUP BY created_by, transaction_type, currency) AS sums
    LEFT JOIN users u ON u.id = sums.created_by $$;

-- The trial balance of the branch at the end of the day, by the codes of the chart.
CREATE OR REPLACE FUNCTION trial_balance_of_day(day business_days) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'name', g.name, 'depth', coalesce(cardinality(p.codes) - 1, 0),
    'currency', b.currency, 'debits', b.debits::text, 'credits', b.credits::text, 'balance', (b.debits - b.credits)::text)
    ORDER BY p.codes NULLS LAST, b.currency), '[]')
  FROM trial_balance(day.branch_id, day.business_date, false) AS b
    LEFT JOIN gl_accounts g ON g.code = b.code LEFT JOIN gl_paths() AS p ON p.id = g.id $$;

-- The whole proof of a day that is about to be closed, as it is kept.
CREATE OR REPLACE FUNCTION content_of_proof(who identity, day business_days, p_closed_at timestamptz) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
  SELECT jsonb_build_object('branch', b.name, 'address', b.address, 'businessDate', day.business_date, 'currency', b.currency,
    'openedBy', opener.full_name, 'openedAt', day.opened_at, 'closedBy', closer.full_name, 'closedAt', p_closed_at,
    'workstation', session_user, 'build', who.build, 'accounts', proved_accounts_view(day, '{}'), 'suspense', suspense_of_day(day),
    'tills', (SELECT coalesce(jsonb_agg(till - '{tillId,own}'::text[] ORDER BY n), '[]')
      FROM jsonb_array_elements(tills_of_day(who, day)) WITH ORDINALITY AS t (till, n) WHERE till ->> 'holder' IS NOT NULL),
    'people', postings_by_person(day), 'trialBalance', trial_balance_of_day(day),
    'lapsed', (SELECT count(*) FROM approvals WHERE branch_id = day.branch_id AND business_date = day.business_date AND status = 'LAPSED'),
    'jobs', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'status', status, 'done', done) ORDER BY started_at, id), '[]')
      FROM job_runs WHERE branch_id = day.branch_id AND business_date = day.business_date))
  FROM branches b JOIN users closer ON closer.id = who.user_id JOIN users opener ON opener.id = day.opened_by
  WHERE b.id = day.branch_id $$;

CREATE OR REPLACE FUNCTION hash_of_proof(p_content jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT sha256(convert_to(p_content::text, 'UTF8')) $$;
