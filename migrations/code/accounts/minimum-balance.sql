-- The minimum balance of an account is that of its product: from its opening, and from the opening of the day on which other terms
-- begin. It is part of what is available, so that a posting asks for it nowhere else.

-- A new account keeps what its product says on the day of its branch.
CREATE OR REPLACE FUNCTION stamp_minimum() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NEW.product_id IS NOT NULL THEN
    NEW.minimum_balance := coalesce((terms_of(NEW.product_id, date_of_branch(NEW.branch_id))).minimum_balance, 0);
  END IF;
  RETURN NEW;
END $$;

-- Gives the accounts of a branch the minimum of the terms that are in force on the day that is opened, as the system. One that was
-- released to be paid out, and was not closed, has it again.
CREATE OR REPLACE FUNCTION apply_minimum_balances(p_branch uuid, p_date date, p_user uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  due uuid[] := ARRAY(SELECT a.id FROM products p CROSS JOIN LATERAL terms_of(p.id, p_date) AS t JOIN accounts a ON a.product_id = p.id
    WHERE a.branch_id = p_branch AND a.status <> 'CLOSED' AND a.minimum_balance <> t.minimum_balance);
  run uuid;
BEGIN
  IF due = '{}' THEN RETURN; END IF;
  INSERT INTO job_runs (kind, branch_id, business_date, requested_by, status, done, total, finished_at)
    VALUES ('MINIMUM_BALANCES', p_branch, p_date, p_user, 'DONE', cardinality(due), cardinality(due), clock_timestamp())
    RETURNING id INTO run;
  PERFORM acting_as('JOB', 'JOB', run);
  PERFORM FROM balances WHERE account_id = ANY (due) ORDER BY account_id FOR UPDATE;
  UPDATE balances b SET available_balance = b.available_balance + a.minimum_balance - t.minimum_balance, updated_at = clock_timestamp()
    FROM accounts a, terms_of(a.product_id, p_date) AS t WHERE b.account_id = ANY (due) AND a.id = b.account_id;
  UPDATE accounts a SET minimum_balance = t.minimum_balance
    FROM products p, terms_of(p.id, p_date) AS t WHERE a.id = ANY (due) AND p.id = a.product_id;
END $$;

-- Makes the minimum of an account available, so that all of it can be paid out before it is closed. An account that is not closed has
-- it again from the next day on.
CREATE OR REPLACE FUNCTION release_minimum(p_account uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  account accounts := lock_account(who, p_account, 'To be closed');
BEGIN
  PERFORM require_open_day(who.branch_id);
  IF account.status = 'SUSPENDED' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', account.account_number)); END IF;
  IF account.minimum_balance = 0 THEN RETURN; END IF;
  UPDATE accounts SET minimum_balance = 0 WHERE id = p_account;
  UPDATE balances SET available_balance = available_balance + account.minimum_balance, updated_at = clock_timestamp()
    WHERE account_id = p_account;
END $$;

-- Refuses a line that draws more than is available: where the money is there and has to stay, by the name of the minimum and with what
-- was available to the whole posting. A reversal may leave less than the minimum: it puts the account back to where it was.
CREATE OR REPLACE FUNCTION refuse_overdrawn(p_channel text, line posting_line, p_lines posting_line[]) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  minimum numeric := (SELECT minimum_balance FROM accounts WHERE id = line.account_id);
  drawn_in_all numeric := (SELECT sum(l.drawn) FROM unnest(p_lines) AS l
    WHERE l.account_id = line.account_id AND l.sequence <= line.sequence);
BEGIN
  IF line.available_after + minimum < 0 OR minimum = 0 THEN
    PERFORM refuse(line.debit_refusal,
      jsonb_build_object('available', greatest(line.available_after - line.drawn, 0.00)::text, 'currency', line.currency));
  ELSIF p_channel <> 'REVERSAL' THEN
    PERFORM refuse('BELOW_MINIMUM', jsonb_build_object('available', greatest(line.available_after - drawn_in_all, 0.00)::text,
      'minimum', minimum::text, 'currency', line.currency));
  END IF;
END $$;
