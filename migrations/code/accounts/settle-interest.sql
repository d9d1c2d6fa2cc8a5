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

-- The day at whose end an account's interest is posted next, from a day on: the end of a month, or of a loan the day before an instalment
-- is due.
CREATE OR REPLACE FUNCTION next_posting_day(p_account uuid, p_from date) RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((SELECT min(i.due_on) - 1 FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id
      WHERE l.account_id = p_account AND l.reversed_by IS NULL AND i.due_on > p_from),
    (date_trunc('month', p_from::timestamp) + interval '1 month')::date - 1) $$;

-- Accrues one account up to a day with all that stands on it, or takes days that have accrued out again. The accrual is locked.
CREATE OR REPLACE FUNCTION accrue_account(p_account uuid, p_to date) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  accrued interest_accruals;
  entries_now bigint := (SELECT entry_count FROM balances WHERE account_id = p_account);
BEGIN
  SELECT * INTO accrued FROM interest_accruals WHERE account_id = p_account;
  UPDATE interest_accruals s SET through = p_to, entry_count = entries_now,
      posted_through = CASE WHEN s.posted_through > p_to THEN p_to ELSE s.posted_through END,
      earned = s.earned + coming.earned - gone.earned, owed = s.owed + coming.owed - gone.owed
    FROM interest_between(p_account, accrued.through + 1, p_to, entries_now) AS coming,
      interest_between(p_account, p_to + 1, accrued.through, accrued.entry_count) AS gone
    WHERE s.account_id = p_account AND s.through <> p_to;
END $$;

-- Posts it, as a job of its own that the person asked for: of periods that have ended as the day's jobs do, of the one that runs with the
-- value date that it would have had, so that whoever settles and does not close gains nothing (decision 0042). Asked again, nothing is
-- left to post.
CREATE OR REPLACE FUNCTION settle_interest(p_account uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  account accounts;
  run job_runs;
  today date := (require_open_day(who.branch_id)).business_date;
  ends date;
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
  SELECT next_posting_day(p_account, least(through, today - 1) + CASE WHEN posted_through = through THEN 1 ELSE 0 END) INTO ends
    FROM interest_accruals WHERE account_id = p_account;
  WHILE ends < today LOOP
    PERFORM accrue_account(p_account, ends), capitalise(run, ends, ARRAY[p_account]);
    ends := next_posting_day(p_account, ends + 1);
  END LOOP;
  PERFORM accrue_account(p_account, today - 1);
  PERFORM post_accrued(run, ARRAY[p_account], ends + 1, 'Interest up to ' || (today - 1), run.id::text);
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
