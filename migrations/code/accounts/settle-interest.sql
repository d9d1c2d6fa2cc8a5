-- Before an account is closed: what it has earned and owes up to yesterday is posted, and what was posted too much is posted back. Today's
-- interest is of what stands on it at the end of the day, which is nothing when it is closed.

-- What would be posted now, in whole minor units, without posting anything: also what entries change that came for days that have accrued.
-- Today has accrued where the day's jobs were done and it was worked on: that is not settled.
CREATE OR REPLACE FUNCTION interest_to_settle(account accounts, p_today date, OUT earned numeric, OUT owed numeric) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT whole_units(s.earned + coming.earned + coalesce(late.earned, 0) - of_today.earned, c.minor_units),
    whole_units(s.owed + coming.owed + coalesce(late.owed, 0) - of_today.owed, c.minor_units)
  FROM interest_accruals s JOIN balances b ON b.account_id = s.account_id JOIN currencies c ON c.code = account.currency
    CROSS JOIN LATERAL interest_between(s.account_id, s.through + 1, p_today - 1, b.entry_count) AS coming
    CROSS JOIN LATERAL interest_between(s.account_id, p_today, s.through, b.entry_count) AS of_today
    LEFT JOIN LATERAL (SELECT anew.earned - before.earned AS earned, anew.owed - before.owed AS owed
      FROM late_entries(account.branch_id, account.id) AS l, interest_between(account.id, l.since, l.through, l.entry_count) AS anew,
        interest_between(account.id, l.since, l.through, l.counted) AS before WHERE l.since IS NOT NULL) AS late ON true
  WHERE s.account_id = account.id $$;

-- Posts it, as a job of its own that the person asked for. Asked again, nothing is left to post.
CREATE OR REPLACE FUNCTION settle_interest(p_account uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  account accounts;
  run job_runs;
  today date := (require_open_day(who.branch_id)).business_date;
BEGIN
  SELECT * INTO account FROM accounts WHERE id = p_account AND customer_id IS NOT NULL;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_STATUS', account.branch_id), count_reads(who, 1);
  IF account.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', account.account_number)); END IF;
  IF account.status = 'SUSPENDED' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', account.account_number)); END IF;
  INSERT INTO job_runs (kind, branch_id, business_date, requested_by, status, done, total, finished_at)
    VALUES ('SETTLEMENT', who.branch_id, today, who.user_id, 'DONE', 1, 1, clock_timestamp()) RETURNING * INTO run;
  PERFORM FROM interest_accruals WHERE account_id = p_account FOR UPDATE;
  PERFORM acting_as('JOB', 'JOB', run.id), correct_accruals(account.branch_id, p_account);
  UPDATE interest_accruals s SET through = today - 1, entry_count = b.entry_count, earned = s.earned + i.earned, owed = s.owed + i.owed
    FROM balances b, interest_between(p_account, (SELECT through + 1 FROM interest_accruals WHERE account_id = p_account), today - 1,
      (SELECT entry_count FROM balances WHERE account_id = p_account)) AS i
    WHERE s.account_id = p_account AND b.account_id = p_account AND s.through < today - 1;
  UPDATE interest_accruals s SET through = today - 1, earned = s.earned - i.earned, owed = s.owed - i.owed
    FROM interest_between(p_account, today, (SELECT through FROM interest_accruals WHERE account_id = p_account),
      (SELECT entry_count FROM interest_accruals WHERE account_id = p_account)) AS i
    WHERE s.account_id = p_account AND s.through >= today;
  PERFORM post_accrued(run, ARRAY[p_account], today, 'Interest up to ' || (today - 1), run.id::text);
END $$;

-- What keeps an account from being closed beside its balance, for the screen that asks about it.
CREATE OR REPLACE FUNCTION read_account_closing(p_account uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR');
  account accounts;
BEGIN
  SELECT * INTO account FROM accounts WHERE id = p_account AND customer_id IS NOT NULL;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_STATUS', account.branch_id), count_reads(who, 1);
  RETURN (SELECT jsonb_build_object('held', b.held::text, 'earned', coalesce(i.earned, 0.00)::text, 'owed', coalesce(i.owed, 0.00)::text,
      'minimum', account.minimum_balance::text)
    FROM balances b LEFT JOIN interest_to_settle(account, date_of_branch(who.branch_id)) AS i ON true WHERE b.account_id = p_account);
END $$;

-- Refuses an account that something is held of, or whose interest is not settled. Its caller holds the balance.
CREATE OR REPLACE FUNCTION require_settled(who identity, account accounts) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  held_now numeric := (SELECT held FROM balances WHERE account_id = account.id);
  left_over record;
BEGIN
  IF held_now > 0 THEN
    PERFORM refuse('ACCOUNT_HAS_HOLDS', jsonb_build_object('held', held_now::text, 'currency', account.currency));
  END IF;
  SELECT * INTO left_over FROM interest_to_settle(account, date_of_branch(who.branch_id));
  IF left_over.earned <> 0 OR left_over.owed <> 0 THEN
    PERFORM refuse('INTEREST_NOT_SETTLED', jsonb_build_object('interest', (left_over.earned - left_over.owed)::text,
      'currency', account.currency));
  END IF;
END $$;
