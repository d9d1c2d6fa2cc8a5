-- The interest of a day's jobs, day by day: accrued for all accounts, and posted where a month ends, or of a loan the day before an
-- instalment is due.

-- The first day after which something is left to do: to accrue the next one, or to post.
CREATE OR REPLACE FUNCTION earliest_interest(run job_runs) RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT min(s.through) FROM interest_accruals s JOIN accounts a ON a.id = s.account_id
    WHERE a.branch_id = run.branch_id AND a.status <> 'CLOSED'
      AND (s.through < run.business_date OR s.posted_through IS DISTINCT FROM s.through AND (extract(day FROM s.through + 1) = 1
        AND NOT EXISTS (SELECT FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id
          WHERE l.account_id = s.account_id AND l.reversed_by IS NULL AND i.due_on > s.through)
        OR EXISTS (SELECT FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id
          WHERE l.account_id = s.account_id AND l.reversed_by IS NULL AND i.due_on = s.through + 1))) $$;

-- The last month's end up to a date. What was accrued up to there is posted, so nothing that counts from a later day can change it.
CREATE OR REPLACE FUNCTION last_month_end(p_date date) RETURNS date LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN is_month_end(p_date) THEN p_date ELSE date_trunc('month', p_date::timestamp)::date - 1 END $$;

-- Posts a part of the accounts whose interest is due, in the order of their keys; where none is left, accrues the next day for all.
CREATE OR REPLACE FUNCTION advance_interest(run job_runs, p_limit int) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  part day_job_parts := take_part(run, 'INTEREST');
  day date := coalesce(part.day, earliest_interest(run));
  ids uuid[];
  finished int;
BEGIN
  IF day IS NULL THEN RETURN 'DONE'; END IF;
  ids := accrued_accounts(run.branch_id, day, part.at_account, p_limit);
  finished := cardinality(ids);
  IF finished > 0 THEN PERFORM capitalise(run, day, ids);
  ELSIF day < run.business_date THEN finished := accrue_next(run.branch_id, day + 1);
  END IF;
  part.day := CASE WHEN ids <> '{}' THEN day END;
  part.at_account := ids[cardinality(ids)];
  part.done := part.done + finished;
  PERFORM keep_part(part);
  RETURN CASE WHEN day < last_month_end(run.business_date) THEN 'ACCRUING' ELSE 'POSTING' END;
END $$;

-- Accrues a day; again where all that are left had got entries meanwhile. Answers of how many accounts.
CREATE OR REPLACE FUNCTION accrue_next(p_branch uuid, p_day date) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE accrued int := accrue_day(p_branch, p_day);
BEGIN
  IF accrued > 0 THEN RETURN accrued; END IF;
  PERFORM correct_accruals(p_branch);
  RETURN accrue_day(p_branch, p_day);
END $$;
