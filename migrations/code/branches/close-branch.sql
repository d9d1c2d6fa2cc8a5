-- A branch in which nothing is left is closed for good, by two people of another one: its own staff have gone. Its rows stay.

-- What keeps a branch from being closed, each by its name.
CREATE OR REPLACE FUNCTION left_in_branch(p_branch uuid) RETURNS text[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(array_agg(what ORDER BY n), '{}') FROM (VALUES
    (1, 'STAFF', EXISTS (SELECT FROM users WHERE (branch_id = p_branch OR home_branch_id = p_branch) AND status <> 'INACTIVE')),
    (2, 'WORKSTATIONS', EXISTS (SELECT FROM workstations WHERE branch_id = p_branch AND status = 'ACTIVE')),
    (3, 'CODES', EXISTS (SELECT FROM enrolment_codes
      WHERE branch_id = p_branch AND status = 'OPEN' AND expires_at > clock_timestamp())),
    (4, 'TILLS', EXISTS (SELECT FROM till_sessions s JOIN business_days d ON d.id = s.business_day_id
      WHERE d.branch_id = p_branch AND s.closed_at IS NULL)),
    (5, 'CASH', EXISTS (SELECT FROM accounts a JOIN balances l ON l.account_id = a.id WHERE a.branch_id = p_branch
      AND a.account_type IN ('VAULT', 'TELLER_CASH') AND l.ledger_balance <> 0)),
    (6, 'SUSPENSE', EXISTS (SELECT FROM accounts a JOIN balances l ON l.account_id = a.id WHERE a.branch_id = p_branch
      AND a.account_type = 'SUSPENSE' AND l.ledger_balance <> 0)),
    (7, 'ACCOUNTS', EXISTS (SELECT FROM accounts WHERE branch_id = p_branch AND customer_id IS NOT NULL AND status <> 'CLOSED')),
    (8, 'CUSTOMERS', EXISTS (SELECT FROM customers WHERE branch_id = p_branch AND status <> 'INACTIVE')),
    (9, 'DAY', EXISTS (SELECT FROM business_days d JOIN transactions t USING (branch_id, business_date)
      WHERE d.branch_id = p_branch AND d.closed_at IS NULL)),
    (10, 'JOB', EXISTS (SELECT FROM job_runs WHERE branch_id = p_branch AND status = 'RUNNING'))) AS each (n, what, is_there)
  WHERE is_there $$;

CREATE OR REPLACE FUNCTION require_nothing_left(p_branch uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE left_there text[] := left_in_branch(p_branch);
BEGIN
  IF cardinality(left_there) > 0 THEN
    PERFORM refuse('BRANCH_NOT_EMPTY', jsonb_build_object('left', array_to_string(left_there, ', ')));
  END IF;
END $$;

-- Sent twice, it is proposed once. Errors: BRANCH_NOT_FOUND, BRANCH_CLOSED, BRANCH_NOT_EMPTY, KEY_REUSED.
CREATE OR REPLACE FUNCTION propose_branch_closing(p_key uuid, p_branch uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('ADMIN');
BEGIN
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    PERFORM require_working_branch(p_branch), require_nothing_left(p_branch);
  END IF;
  PERFORM propose(who, p_key, 'BRANCH_CLOSE', 'branches', p_branch, '{}');
END $$;

CREATE OR REPLACE FUNCTION show_branch_close(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', b.name, 'branchCode', b.code, 'branchAddress', b.address,
    'lastDay', (SELECT max(business_date) FROM business_days WHERE branch_id = b.id AND withdrawn_at IS NULL AND closed_at IS NOT NULL)))
  FROM branches b WHERE b.id = proposal.subject_id $$;

-- What somebody who has left began there is waited for, because it may yet leave cash. Nobody comes to the branch meanwhile: whoever does
-- holds its row. A day on which nothing was posted is taken back, and what was proposed there lapses.
CREATE OR REPLACE FUNCTION perform_branch_close(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  closing uuid := proposal.subject_id;
  waiting approvals;
BEGIN
  PERFORM lock_branch_days(closing);
  PERFORM FROM branches WHERE id = closing FOR UPDATE;
  PERFORM require_working_branch(closing), require_nothing_left(closing);
  UPDATE business_days SET withdrawn_at = clock_timestamp(), closed_at = clock_timestamp(), closed_by = proposal.proposed_by
    WHERE branch_id = closing AND closed_at IS NULL;
  FOR waiting IN SELECT * FROM approvals WHERE branch_id = closing AND status = 'PENDING' AND id <> proposal.id ORDER BY id FOR UPDATE LOOP
    PERFORM end_approval(waiting, 'LAPSED', NULL, NULL);
  END LOOP;
  UPDATE branches SET closed_at = clock_timestamp() WHERE id = closing;
  RETURN '{}';
END $$;
