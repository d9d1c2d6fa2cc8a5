-- Posts the interest of a month that has accrued to its end: whole minor units; the rest goes on accruing. What an account earns it is
-- credited, what it owes it is debited, whether it has the money or not: that is what was agreed. A frozen account gets it with a
-- later month.

-- The month that ends on this day, for descriptions.
CREATE OR REPLACE FUNCTION month_name(p_month_end date) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT to_char(p_month_end::timestamp, 'YYYY-MM') $$;

CREATE OR REPLACE FUNCTION is_month_end(p_date date) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT extract(day FROM p_date + 1) = 1 $$;

-- What of accrued parts can be posted: an amount in whole minor units. div() cuts off exactly; a quotient would be rounded.
CREATE OR REPLACE FUNCTION whole_units(p_parts numeric, p_decimals int) RETURNS numeric LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN round(div(p_parts * 10::numeric ^ p_decimals, parts_of_unit()) / 10::numeric ^ p_decimals, p_decimals);
END $$;

-- The next accounts whose interest is accrued to a day after which it is posted, and not posted up to there: the end of a month, and of a
-- loan the day before an instalment is due. From one account on, in the order of their keys, which are also locked in it.
CREATE OR REPLACE FUNCTION accrued_accounts(p_branch uuid, p_month_end date, p_after uuid, p_limit int) RETURNS uuid[] LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
DECLARE ends_month boolean := is_month_end(p_month_end);
BEGIN
  RETURN ARRAY(SELECT s.account_id FROM interest_accruals s
    WHERE (p_after IS NULL OR s.account_id > p_after) AND s.through = p_month_end AND s.posted_through IS DISTINCT FROM p_month_end
      AND (SELECT a.branch_id FROM accounts a WHERE a.id = s.account_id) = p_branch
      AND (EXISTS (SELECT FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id
          WHERE l.account_id = s.account_id AND l.reversed_by IS NULL AND i.due_on = p_month_end + 1)
        OR ends_month AND NOT EXISTS (SELECT FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id
          WHERE l.account_id = s.account_id AND l.reversed_by IS NULL AND i.due_on > p_month_end))
    ORDER BY s.account_id LIMIT p_limit FOR UPDATE OF s);
END $$;

-- Whether an account's interest is to be posted before the next day accrues.
CREATE OR REPLACE FUNCTION interest_is_due(s interest_accruals) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT s.posted_through IS DISTINCT FROM s.through AND coalesce(bool_or(i.due_on = s.through + 1)
      OR is_month_end(s.through) AND NOT bool_or(i.due_on > s.through), is_month_end(s.through))
  FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id WHERE l.account_id = s.account_id AND l.reversed_by IS NULL $$;

-- Posts what accounts have earned and owe, in whole minor units, and leaves the rest. What was posted for days on which a balance turned
-- out to be another, because a posting was reversed, is posted back. Each charge is posted once by its account, its side, `p_key` and the
-- entries that are in it. The accruals are locked; all balances are, before the first is changed. Account by account, as post_charges.
CREATE OR REPLACE FUNCTION post_accrued(run job_runs, p_accounts uuid[], p_value_date date, p_description text, p_key text,
  p_posted_through date DEFAULT NULL) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE batch record;
BEGIN
  PERFORM lock_in_order(p_accounts || ARRAY(SELECT id FROM accounts
    WHERE branch_id = run.branch_id AND holder = 'BRANCH' AND account_type IN ('INTEREST_EXPENSE', 'INTEREST_INCOME')));
  FOR batch IN
    SELECT a.currency, due.side,
      array_agg(ROW(s.account_id, CASE WHEN due.parts > 0 THEN due.side ELSE due.back END, abs(whole.amount),
        derived_key(s.account_id, format('interest %s %s %s', due.side, p_key, s.entry_count)))::charge) AS charges
    FROM (SELECT * FROM interest_accruals WHERE account_id = ANY (p_accounts) OFFSET 0) AS s
      CROSS JOIN LATERAL (SELECT * FROM accounts WHERE id = s.account_id OFFSET 0) AS a
      CROSS JOIN LATERAL (SELECT * FROM currencies WHERE code = a.currency OFFSET 0) AS c
      CROSS JOIN LATERAL (VALUES ('CREDIT'::entry_side, 'DEBIT'::entry_side, s.earned), ('DEBIT', 'CREDIT', s.owed))
        AS due (side, back, parts)
      CROSS JOIN LATERAL (SELECT whole_units(due.parts, c.minor_units) OFFSET 0) AS whole (amount)
    WHERE a.status NOT IN ('SUSPENDED', 'CLOSED') AND due.parts <> 0 AND whole.amount <> 0
    GROUP BY a.currency, due.side
  LOOP
    PERFORM post_charges(run, 'INTEREST',
      bank_account(run.branch_id, (CASE batch.side WHEN 'CREDIT' THEN 'INTEREST_EXPENSE' ELSE 'INTEREST_INCOME' END)::account_type,
        batch.currency),
      p_value_date, p_description, batch.charges);
    UPDATE interest_accruals s SET earned = s.earned - CASE batch.side WHEN 'CREDIT' THEN posted.parts ELSE 0 END,
        owed = s.owed - CASE batch.side WHEN 'DEBIT' THEN posted.parts ELSE 0 END,
        posted_through = coalesce(p_posted_through, s.posted_through)
      FROM unnest(batch.charges) AS charged,
        LATERAL (SELECT CASE charged.side WHEN batch.side THEN charged.amount ELSE -charged.amount END * parts_of_unit()) AS posted (parts)
      WHERE s.account_id = charged.account_id;
  END LOOP;
END $$;

-- Posts the interest of accounts up to the end of a month.
CREATE OR REPLACE FUNCTION capitalise(run job_runs, p_month_end date, p_accounts uuid[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_seqscan = off AS $$
BEGIN
  PERFORM post_accrued(run, p_accounts, coalesce(open_value_date(p_month_end + 1), run.business_date),
    'Interest ' || month_name(p_month_end), p_month_end::text, p_month_end);
  -- Of the others nothing was posted.
  UPDATE interest_accruals SET posted_through = p_month_end
    WHERE account_id = ANY (p_accounts) AND posted_through IS DISTINCT FROM p_month_end;
END $$;
