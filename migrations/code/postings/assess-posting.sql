-- Whether a posting may be made now. The preview asks without locks, the posting under them, so that both give the same answer by the
-- same rules.

-- Every kind that is debited has to be allowed with every kind that is credited, and every account has to be there.
CREATE OR REPLACE FUNCTION require_posting_rule(who identity, p_channel text, p_type transaction_type, p_lines posting_line[])
RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  debit posting_line;
  credit posting_line;
BEGIN
  FOREACH debit IN ARRAY p_lines LOOP
    IF debit.account_number IS NULL THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  END LOOP;
  IF p_channel = 'JOB' THEN RETURN; END IF; -- a job is a rule of its own
  FOREACH debit IN ARRAY p_lines LOOP
    CONTINUE WHEN debit.side <> 'DEBIT';
    FOREACH credit IN ARRAY p_lines LOOP
      CONTINUE WHEN credit.side <> 'CREDIT';
      PERFORM FROM posting_rules WHERE channel = p_channel AND transaction_type = p_type AND role = who.role
        AND debit_type = debit.account_type AND credit_type = credit.account_type;
      IF NOT FOUND THEN PERFORM refuse('POSTING_NOT_ALLOWED'); END IF;
    END LOOP;
  END LOOP;
END $$;

-- Only its holder posts on a till, until it is counted (what moves its cash otherwise has checked that by itself), only the branch's
-- staff on the branch's own accounts, on a customer's account of another branch where that may cross; and every account has to be active
-- and in its own currency; onto a dormant one is posted, and a person draws nothing from it. Of the bank's own accounts it is said that
-- the branch has cash in one currency: nobody knows a till as an account. What may change meanwhile is read here, after the balances are
-- locked.
CREATE OR REPLACE FUNCTION require_usable_account(who identity, p_channel text, line posting_line, p_currency text) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  state account_status;
  kyc text;
BEGIN
  IF line.till_id IS NOT NULL THEN
    PERFORM FROM till_sessions WHERE till_id = line.till_id AND closed_at IS NULL
      AND (user_id = who.user_id AND count_locked_at IS NULL OR p_channel = 'TILL');
    IF NOT FOUND THEN PERFORM refuse('TILL_NOT_OPEN'); END IF;
  END IF;
  IF line.customer_id IS NULL AND line.branch_id <> who.branch_id THEN PERFORM refuse('POSTING_NOT_ALLOWED'); END IF;
  IF line.branch_id <> who.branch_id THEN PERFORM require_branch(who, 'ACCOUNT_POST', line.branch_id); END IF;
  IF p_channel <> 'JOB' THEN PERFORM require_not_listed(line.customer_id); END IF;
  SELECT status, kyc_block INTO state, kyc FROM accounts WHERE id = line.account_id;
  IF state = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', line.account_number)); END IF;
  IF state = 'INACTIVE' AND p_channel = 'COUNTER' AND line.side = 'DEBIT' AND line.actor = 'PERSON' THEN
    PERFORM refuse('ACCOUNT_DORMANT', jsonb_build_object('account', line.account_number));
  END IF;
  IF state = 'SUSPENDED' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', line.account_number)); END IF;
  IF kyc IS NOT NULL AND line.actor = 'PERSON' THEN PERFORM require_not_blocked(p_channel, line, kyc); END IF;
  IF line.currency <> p_currency AND line.customer_id IS NULL THEN
    PERFORM refuse('CASH_IN_OTHER_CURRENCY', jsonb_build_object('cash', line.currency, 'currency', p_currency));
  END IF;
  IF line.currency <> p_currency THEN
    PERFORM refuse('CURRENCY_MISMATCH', jsonb_build_object('account', line.account_number,
      'accountCurrency', line.currency, 'currency', p_currency));
  END IF;
END $$;

-- What an account of this kind does not allow beside being overdrawn: overpaying a loan, paying out cash that is not there. The refusal
-- says how much would have been possible, but not of a till: whoever counts it would know what to find.
CREATE OR REPLACE FUNCTION check_limits_of_kind(line posting_line) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  -- A balance that would have been too large was not moved.
  IF line.sequence IS NULL OR abs(line.ledger_after) >= 1e13 OR abs(line.available_after) >= 1e13 THEN
    PERFORM refuse('BALANCE_TOO_LARGE');
  END IF;
  IF line.side = 'CREDIT' AND line.credit_refusal IS NOT NULL AND line.ledger_after < 0 THEN
    IF line.till_id IS NOT NULL THEN PERFORM refuse('TILL_SHORT_OF_CASH'); END IF;
    PERFORM refuse(line.credit_refusal,
      jsonb_build_object('available', (line.ledger_after - line.effect)::text, 'currency', line.currency));
  END IF;
END $$;

-- Which of these accounts must not be posted on, whatever comes to their balances: not active ones, those of customers who are confirmed to
-- be listed, and those of tills that the caller does not hold, or that are counted. Null for none.
CREATE OR REPLACE FUNCTION barred_accounts(who identity, p_channel text, p_accounts uuid[]) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE barred uuid[];
BEGIN
  SELECT array_agg(a.id) INTO barred FROM accounts a WHERE a.id = ANY (p_accounts) AND (a.status <> 'ACTIVE' OR a.kyc_block IS NOT NULL
    OR EXISTS (SELECT FROM screening_cases k WHERE k.customer_id = a.customer_id AND k.status = 'CONFIRMED') OR a.till_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM till_sessions s WHERE s.till_id = a.till_id AND s.closed_at IS NULL
      AND (s.user_id = who.user_id AND s.count_locked_at IS NULL OR p_channel = 'TILL')));
  RETURN barred;
END $$;

-- The refusal of a posting whose lines say what they come to, or nothing. Of two lines on plain accounts of the branch that come to plain
-- balances, as nearly all are, nothing more is asked.
CREATE OR REPLACE FUNCTION assess_posting(who identity, p_channel text, p_lines posting_line[], p_currency text) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  barred uuid[] := barred_accounts(who, p_channel, ARRAY[p_lines[1].account_id, p_lines[2].account_id]);
  all_plain boolean := cardinality(p_lines) = 2;
  line posting_line;
BEGIN
  FOREACH line IN ARRAY p_lines LOOP
    all_plain := all_plain AND barred IS NULL AND line.branch_id = who.branch_id AND line.currency = p_currency
      AND line.ledger_after BETWEEN 0 AND 1e12 AND line.available_after BETWEEN 0 AND 1e12;
  END LOOP;
  IF all_plain THEN RETURN; END IF;
  FOREACH line IN ARRAY p_lines LOOP
    PERFORM require_usable_account(who, p_channel, line, p_currency);
  END LOOP;
  FOREACH line IN ARRAY p_lines LOOP
    PERFORM check_limits_of_kind(line);
    IF line.side = 'DEBIT' AND line.debit_refusal IS NOT NULL AND line.available_after < 0 THEN
      PERFORM refuse_overdrawn(p_channel, line, p_lines);
    END IF;
  END LOOP;
END $$;
