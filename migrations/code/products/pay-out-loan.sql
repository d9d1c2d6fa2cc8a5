-- Paying a loan out: it is a loan from when its payout is posted, and until that is reversed.

-- What was asked for under a key: the payout and its plan, whether it is posted, waits, or has come to nothing.
CREATE OR REPLACE FUNCTION payout_by_key(who identity, p_key uuid, p_account uuid, p_to uuid, p_amount numeric, p_plan jsonb) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE posted transactions;
BEGIN
  SELECT * INTO posted FROM transaction_by_key(who.user_id, p_key);
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF (posted.from_account_id, posted.to_account_id, posted.amount) IS DISTINCT FROM (p_account, p_to, p_amount)
      OR p_plan IS DISTINCT FROM coalesce((SELECT payload -> 'loan' FROM approvals WHERE id = posted.id),
        (SELECT plan_of(min(l.method), count(*)::int, min(i.due_on)) FROM loans l JOIN loan_instalments i ON i.loan_id = l.transaction_id
          WHERE l.transaction_id = posted.id)) THEN
    PERFORM refuse('KEY_REUSED');
  END IF;
  RETURN posted.id;
END $$;

CREATE OR REPLACE FUNCTION plan_of(p_method text, p_months int, p_first_due date) RETURNS jsonb LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('method', p_method, 'months', p_months, 'firstDue', p_first_due) $$;

-- Refuses a second payout while one waits for its approval.
CREATE OR REPLACE FUNCTION require_no_payout_waits(p_account uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM refuse('LOAN_PAYOUT_WAITS', jsonb_build_object('proposer', u.full_name))
    FROM holds h JOIN approvals a ON a.id = h.transaction_id JOIN users u ON u.id = a.proposed_by
    WHERE h.account_id = p_account AND h.released_at IS NULL AND a.payload ? 'loan' LIMIT 1;
END $$;

-- Pays the loan out onto another account of the customer, and keeps its schedule. Above a limit both wait for a second person. Sent twice
-- with the same key, it is paid out once. Answers the posting and how it stands.
CREATE OR REPLACE FUNCTION pay_out_loan(p_key uuid, p_account uuid, p_to uuid, p_amount numeric, p_method text, p_months int,
  p_first_due date) RETURNS TABLE (transaction_id uuid, status transaction_status) LANGUAGE plpgsql SECURITY DEFINER ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  who identity := require_maker('SUPERVISOR');
  plan jsonb := plan_of(p_method, p_months, p_first_due);
  account accounts;
  posted uuid;
BEGIN
  PERFORM count_reads(who, 2);
  posted := payout_by_key(who, p_key, p_account, p_to, p_amount, plan);
  IF posted IS NULL THEN
    account := require_new_loan(who, p_account);
    PERFORM require_no_payout_waits(p_account);
    IF NOT EXISTS (SELECT FROM accounts WHERE id = p_to AND customer_id = account.customer_id AND account_type <> 'LOAN') THEN
      PERFORM refuse('ACCOUNT_NOT_FOUND');
    END IF;
    PERFORM schedule_for(who, account, p_amount, p_method, p_months, p_first_due);
    posted := (write_posting(who, 'COUNTER', p_key, 'TRANSFER', debit_credit(p_account, p_to, p_amount), account.currency,
      'Loan paid out', p_loan => plan)).posted_id;
    PERFORM keep_loan(who, t, plan) FROM transactions t WHERE t.id = posted AND t.status = 'COMPLETED';
  END IF;
  RETURN QUERY SELECT t.id, t.status FROM transactions t WHERE t.id = posted;
END $$;

-- Keeps a loan with its schedule when its payout is posted, at once or by its approval: before, there is none.
CREATE OR REPLACE FUNCTION keep_loan(who identity, posted transactions, p_plan jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE account accounts;
BEGIN
  SELECT * INTO account FROM accounts WHERE id = posted.from_account_id;
  INSERT INTO loans (account_id, transaction_id, principal, method, paid_out_on, created_by)
    VALUES (account.id, posted.id, posted.amount, p_plan ->> 'method', posted.business_date, posted.created_by) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN PERFORM refuse('LOAN_PAID_OUT'); END IF;
  INSERT INTO loan_instalments (loan_id, number, due_on, principal, interest)
    SELECT posted.id, s.number, s.due_on, s.principal, s.interest
    FROM schedule_for(who, account, posted.amount, p_plan ->> 'method', (p_plan ->> 'months')::int, (p_plan ->> 'firstDue')::date) AS s;
END $$;

-- A loan whose payout was reversed is none any more.
CREATE OR REPLACE FUNCTION end_reversed_loan(p_posting uuid, p_reversal uuid) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE loans SET reversed_by = p_reversal WHERE transaction_id = p_posting $$;

-- Of a loan nothing changes but that its payout was reversed.
CREATE OR REPLACE FUNCTION guard_loan() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF OLD.reversed_by IS NOT NULL OR to_jsonb(NEW) - 'reversed_by' IS DISTINCT FROM to_jsonb(OLD) - 'reversed_by' THEN
    PERFORM refuse('APPEND_ONLY', jsonb_build_object('table', TG_TABLE_NAME));
  END IF;
  RETURN NEW;
END $$;
