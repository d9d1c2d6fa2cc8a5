-- The entries of an account as lines of its statement.

-- Lines in the shape of the contract with their number in the account, newest first: those numbered from `p_least` and below `p_before`, of
-- a period of business dates (both included, null leaves an end open), that contain a text in their reference, type, description or amount,
-- whatever the case.
CREATE OR REPLACE FUNCTION statement_lines(p_account uuid, p_least bigint, p_before bigint, p_limit int, p_from date, p_to date,
  p_find text) RETURNS TABLE (number bigint, business_date date, side entry_side, amount numeric, effect numeric, line jsonb)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  -- The account's normal side, on which an entry increases the balance.
  grows entry_side := (SELECT normal_side FROM account_kinds JOIN accounts USING (account_type) WHERE id = p_account);
BEGIN
  RETURN QUERY SELECT e.sequence, e.business_date, e.entry_type, e.amount, CASE WHEN e.entry_type = grows THEN e.amount ELSE -e.amount END,
      jsonb_build_object('entryId', entry_key(e.account_id, e.sequence, e.id), 'transactionId', t.id,
        'reference', t.transaction_id, 'businessDate', e.business_date, 'valueDate', e.value_date,
        'postedAt', coalesce(e.created_at, t.processed_at, t.created_at), 'description', t.description, 'transactionType',
        CASE WHEN e.actor <> t.actor THEN 'FEE' ELSE t.transaction_type::text END, 'side', e.entry_type, 'amount', e.amount::text,
        'balanceAfter', e.balance_after::text, 'actor', e.actor, 'reversal', reversal_view(t.id, t.reversal_of, t.reason_code))
    FROM entries e JOIN transactions t ON t.id = e.transaction_id
    WHERE e.account_id = p_account AND e.sequence < p_before AND e.sequence >= p_least
      AND e.business_date BETWEEN coalesce(p_from, '-infinity') AND coalesce(p_to, 'infinity')
      AND (p_find IS NULL
        OR strpos(lower(concat_ws(E'\n', t.transaction_id, t.transaction_type, t.description, e.amount)), lower(p_find)) > 0)
    ORDER BY e.sequence DESC LIMIT p_limit;
END $$;

-- The number that the account's next entry gets.
CREATE OR REPLACE FUNCTION after_last_entry(p_account uuid) RETURNS bigint LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT entry_count + 1 FROM balances WHERE account_id = p_account $$;

-- What a period, or what was found, comes to: how many lines, both sides, and in a period the balances before and after it; what was found
-- has none. `p_sums` are the count, the effect on the balance, the debits and the credits.
CREATE OR REPLACE FUNCTION statement_totals(account accounts, p_from date, p_find text, p_sums numeric[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE opening numeric := CASE WHEN p_find IS NULL THEN balance_before(account, p_from) END;
BEGIN
  RETURN jsonb_build_object('count', p_sums[1]::bigint, 'opening', opening::text, 'closing', (opening + coalesce(p_sums[2], 0))::text,
    'debits', coalesce(p_sums[3], 0.00)::text, 'credits', coalesce(p_sums[4], 0.00)::text);
END $$;

-- The number from which a page is looked for, of the entries below `p_before`. The numbers have no gaps, so without a period and a text it
-- is a range of them. A text is looked for in as many as a page may look at; each costs its posting too.
CREATE OR REPLACE FUNCTION statement_least(p_before bigint, p_limit int, p_from date, p_to date, p_find text) RETURNS bigint LANGUAGE sql
STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_find IS NOT NULL THEN greatest(p_before - look_at_most() / 5, 1)
    WHEN p_from IS NULL AND p_to IS NULL THEN p_before - p_limit ELSE 1 END $$;

-- One page of an account's statement, newest first, and the number from which the next page follows. A page of what was looked for is short
-- where the looking ended before; the first page of a period, or of what was looked for in the whole account, has its totals. Opening a
-- statement is on record.
CREATE OR REPLACE FUNCTION read_statement(p_account uuid, p_before bigint, p_limit int, p_from date, p_to date, p_find text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  account accounts := opened_account(who, p_account, 'VIEWED', '{}');
  most int := least(greatest(p_limit, 1), 200);
  newest bigint := after_last_entry(p_account);
  before bigint := coalesce(p_before, newest);
  least_number bigint := statement_least(before, most, p_from, p_to, p_find);
  totals boolean := num_nonnulls(p_from, p_to, p_find) > 0 AND p_before IS NULL AND least_number = 1;
  lines jsonb;
  last bigint;
  sums numeric[];
BEGIN
  SELECT jsonb_agg(line ORDER BY number DESC), min(number), ARRAY[count(*), sum(effect), sum(amount) FILTER (WHERE side = 'DEBIT'),
      sum(amount) FILTER (WHERE side = 'CREDIT')] INTO lines, last, sums
    FROM statement_lines(p_account, least_number, before, most, p_from, p_to, p_find);
  IF sums[1] < most THEN last := least_number; END IF;
  -- A page that is not full has all that there is: the account is not read again to add it up.
  IF totals AND sums[1] = most THEN
    SELECT ARRAY[count(*), sum(effect), sum(amount) FILTER (WHERE side = 'DEBIT'), sum(amount) FILTER (WHERE side = 'CREDIT')] INTO sums
      FROM statement_lines(p_account, 1, newest, NULL, p_from, p_to, p_find);
  END IF;
  RETURN jsonb_build_object('account', account_views(ARRAY[account.id]), 'lines', coalesce(lines, '[]'),
    'next', CASE WHEN last > 1 THEN last::text END,
    'totals', CASE WHEN totals THEN statement_totals(account, p_from, p_find, sums) END);
END $$;

-- The balance of an account at the beginning of a business date; before all dates it is zero.
CREATE OR REPLACE FUNCTION balance_before(account accounts, p_date date) RETURNS numeric LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(sum(CASE WHEN e.entry_type = kind.normal_side THEN e.amount ELSE -e.amount END), 0)::numeric(15,2)
  FROM account_kinds kind JOIN entries e ON e.account_id = account.id
  WHERE kind.account_type = account.account_type AND e.business_date < p_date $$;

-- What stood on an account at the end of a date: by the dates on which entries were recorded, and by those from which they count.
CREATE OR REPLACE FUNCTION read_balance_on(p_account uuid, p_date date) RETURNS TABLE (recorded numeric, by_value numeric)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  account accounts := opened_account(who, p_account, 'VIEWED', '{}');
BEGIN
  RETURN QUERY SELECT coalesce(sum(l.effect) FILTER (WHERE e.business_date <= p_date), 0.00),
      coalesce(sum(l.effect) FILTER (WHERE e.value_date <= p_date), 0.00)
    FROM account_kinds kind JOIN entries e ON e.account_id = account.id
      CROSS JOIN LATERAL (SELECT CASE WHEN e.entry_type = kind.normal_side THEN e.amount ELSE -e.amount END AS effect) AS l
    WHERE kind.account_type = account.account_type;
END $$;
