-- Posts the interest of a month that has accrued to its end: whole minor units; the rest goes on accruing. What an account earns it is
-- credited, what it owes it is debited, whether it has the money or not: that is what was agreed. A frozen account gets it with a
-- later month.

-- The month that ends on this day, for descriptions.
CREATE OR REPLACE FUNCTION month_name(p_month_end date) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT to_char(p_month_end::timestamp, 'YYYY-MM') $$;

CREATE OR REPLACE FUNCTION is_month_end(p_date date) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT extract(day FROM p_date + 1) = 1 $$;

-- What of accrued parts can be posted: an amount in whole minor units. div() cuts off exactly; a quotient would be rounded.
CREATE OR REPLACE FUNCTION whole_units(p_parts numeric, p_decimals int) RETURNS numeric LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT round(div(p_parts * 10::numeric ^ p_decimals, parts_of_unit()) / 10::numeric ^ p_decimals, p_decimals) $$;

-- The accounts whose interest is accrued to a day after which it is posted, and not posted up to there: the end of a month, and of a loan
-- the day before an instalment is due.
CREATE OR REPLACE FUNCTION accrued_accounts(p_branch uuid, p_month_end date, p_limit int) RETURNS uuid[] LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE ends_month boolean := is_month_end(p_month_end);
BEGIN
  RETURN ARRAY(SELECT s.account_id FROM interest_accruals s JOIN accounts a ON a.id = s.account_id
    WHERE a.branch_id = p_branch AND s.through = p_month_end AND s.posted_through IS DISTINCT FROM p_month_end
      AND (EXISTS (SELECT FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id
          WHERE l.account_id = s.account_id AND l.reversed_by IS NULL AND i.due_on = p_month_end + 1)
        OR ends_month AND NOT EXISTS (SELECT FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id
          WHERE l.account_id = s.account_id AND l.reversed_by IS NULL AND i.due_on > p_month_end))
    ORDER BY s.account_id LIMIT p_limit FOR UPDATE OF s);
END $$;

-- Posts what accounts have earned and owe, in whole minor units, and leaves the rest. What was posted for days on which a balance turned
-- out to be another, because a posting was reversed, is posted back. Each charge is posted once by its account, its side and `p_key`.
CREATE OR REPLACE FUNCTION post_accrued(run job_runs, p_accounts uuid[], p_value_date date, p_description text, p_key text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE batch record;
BEGIN
  FOR batch IN
    SELECT a.currency, due.side,
      array_agg(ROW(a.id, CASE WHEN due.parts > 0 THEN due.side ELSE due.back END, abs(whole.amount),
        derived_key(a.id, format('interest %s %s', due.side, p_key)))::charge) AS charges
    FROM interest_accruals s JOIN accounts a ON a.id = s.account_id JOIN currencies c ON c.code = a.currency,
      LATERAL (VALUES ('CREDIT'::entry_side, 'DEBIT'::entry_side, s.earned), ('DEBIT', 'CREDIT', s.owed)) AS due (side, back, parts),
      LATERAL (SELECT whole_units(due.parts, c.minor_units) OFFSET 0) AS whole (amount)
    WHERE s.account_id = ANY (p_accounts) AND a.status NOT IN ('SUSPENDED', 'CLOSED') AND due.parts <> 0 AND whole.amount <> 0
    GROUP BY a.currency, due.side
  LOOP
    PERFORM post_charges(run, 'INTEREST',
      bank_account(run.branch_id, (CASE batch.side WHEN 'CREDIT' THEN 'INTEREST_EXPENSE' ELSE 'INTEREST_INCOME' END)::account_type,
        batch.currency),
      p_value_date, p_description, batch.charges);
    UPDATE interest_accruals s SET earned = s.earned - CASE batch.side WHEN 'CREDIT' THEN posted.parts ELSE 0 END,
        owed = s.owed - CASE batch.side WHEN 'DEBIT' THEN posted.parts ELSE 0 END
      FROM unnest(batch.charges) AS charged,
        LATERAL (SELECT CASE charged.side WHEN batch.side THEN charged.amount ELSE -charged.amount END * parts_of_unit()) AS posted (parts)
      WHERE s.account_id = charged.account_id;
  END LOOP;
END $$;

-- At most so many accounts at a time; answers how many it were.
CREATE OR REPLACE FUNCTION capitalise(run job_runs, p_month_end date, p_limit int) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE ids uuid[] := accrued_accounts(run.branch_id, p_month_end, p_limit);
BEGIN
  PERFORM post_accrued(run, ids, coalesce(open_value_date(p_month_end + 1), run.business_date), 'Interest ' || month_name(p_month_end),
    p_month_end::text);
  UPDATE interest_accruals SET posted_through = p_month_end WHERE account_id = ANY (ids);
  RETURN cardinality(ids);
END $$;
