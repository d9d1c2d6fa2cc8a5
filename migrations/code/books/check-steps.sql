-- The steps of a check of the whole books. Each takes what was checked so far, checks some more, and answers how far it is then and what it
-- found. Each compares what stood at one moment, because it asks in one statement.

CREATE OR REPLACE FUNCTION check_next(progress book_check_progress) RETURNS book_check_progress LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  progress.found := '[]';
  progress := CASE progress.phase WHEN 'DAYS' THEN check_next_day(progress) WHEN 'ACCOUNTS' THEN check_next_accounts(progress)
    ELSE check_tills(progress) END;
  progress.faults := progress.faults + jsonb_array_length(progress.found);
  RETURN progress;
END $$;

-- The next day after the one at which the check stands; after the last, sealed days that are gone, and the accounts follow.
CREATE OR REPLACE FUNCTION check_next_day(progress book_check_progress) RETURNS book_check_progress LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  SELECT t.branch_id, t.business_date INTO progress.at_branch, progress.at_date FROM transactions t
    WHERE (t.branch_id, t.business_date) > (coalesce(progress.at_branch, '00000000-0000-0000-0000-000000000000'),
      coalesce(progress.at_date, '-infinity')) ORDER BY t.branch_id, t.business_date LIMIT 1;
  IF NOT FOUND THEN
    SELECT coalesce(jsonb_agg(fault_view(f.fault, f.subject, f.currency, f.expected, f.found, f.on_date, f.reference)), '[]')
      INTO progress.found FROM faults_of_lost_days() AS f;
    progress.phase := 'ACCOUNTS';
    RETURN progress;
  END IF;
  SELECT coalesce(jsonb_agg(fault_view(f.fault, f.subject, f.currency, f.expected, f.found, f.on_date, f.reference)), '[]')
    INTO progress.found FROM (SELECT * FROM all_faults_of_day(progress.at_branch, progress.at_date, false)
      UNION ALL SELECT * FROM faults_of_seal(progress.at_branch, progress.at_date)) AS f;
  progress.done := progress.done + entries_on(progress.at_branch, progress.at_date);
  RETURN progress;
END $$;

-- The next accounts, with some thousand entries together, or the next entries of one that has more.
CREATE OR REPLACE FUNCTION check_next_accounts(progress book_check_progress) RETURNS book_check_progress LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  most CONSTANT bigint := 10000;
  stands_at uuid := coalesce(progress.at_account, '00000000-0000-0000-0000-000000000000');
  is_begun boolean := progress.at_sequence > 0;
  next_ids uuid[];
  counts bigint[];
  up_to bigint;
BEGIN
  SELECT array_agg(c.id ORDER BY c.id), array_agg(c.n ORDER BY c.id) INTO next_ids, counts
    FROM (SELECT a.id, coalesce(b.entry_count, 0) AS n, sum(coalesce(b.entry_count, 0) + 4) OVER (ORDER BY a.id) AS together,
        row_number() OVER (ORDER BY a.id) AS nth
      FROM (SELECT id FROM accounts WHERE id >= stands_at AND (is_begun OR id <> stands_at) ORDER BY id LIMIT 2500) AS a
        LEFT JOIN balances b ON b.account_id = a.id) AS c
    WHERE c.together <= most OR c.nth = 1;
  IF next_ids IS NULL THEN
    progress.phase := 'TILLS';
    RETURN progress;
  END IF;
  IF counts[1] - progress.at_sequence > most THEN
    up_to := progress.at_sequence + most;
    next_ids := next_ids[1:1];
  END IF;
  SELECT coalesce(jsonb_agg(fault_view(f.fault, f.subject, f.currency, f.expected, f.found, f.on_date, f.reference)), '[]')
    INTO progress.found
    FROM faults_of_accounts(next_ids, progress.at_sequence || array_fill(0::bigint, ARRAY[cardinality(next_ids) - 1]),
      ARRAY[up_to]) AS f;
  progress.done := progress.done - progress.at_sequence
    + coalesce(up_to, (SELECT sum(n) FROM unnest(counts[1:cardinality(next_ids)]) AS n), 0);
  progress.at_account := next_ids[cardinality(next_ids)];
  progress.at_sequence := coalesce(up_to, 0);
  RETURN progress;
END $$;

-- The tills, and the end.
CREATE OR REPLACE FUNCTION check_tills(progress book_check_progress) RETURNS book_check_progress LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  SELECT coalesce(jsonb_agg(fault_view(f.fault, f.subject, f.currency, f.expected, f.found, f.on_date, f.reference)), '[]')
    INTO progress.found FROM faults_of_tills() AS f;
  progress.phase := 'ENDED';
  progress.done := progress.total;
  RETURN progress;
END $$;
