-- Whether this posting may be made now, and what it does to both accounts. Reads only: the preview asks it without
-- locks, the posting under them, so that both give the same answer by the same rules.
CREATE OR REPLACE FUNCTION assess_posting(who identity, p_door text, p_type transaction_type, p_from uuid, p_to uuid, p_amount numeric, p_currency text)
RETURNS SETOF assessed_leg LANGUAGE plpgsql VOLATILE ROWS 2 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  debited accounts;
  credited accounts;
  a accounts;
  b balances;
  leg assessed_leg;
  delta numeric;
BEGIN
  SELECT * INTO debited FROM accounts WHERE id = p_from;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  SELECT * INTO credited FROM accounts WHERE id = p_to;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  IF NOT EXISTS (SELECT FROM posting_rules r WHERE r.door = p_door AND r.transaction_type = p_type AND r.role = who.role
      AND r.debit_type = debited.account_type AND r.credit_type = credited.account_type) THEN
    PERFORM refuse('POSTING_NOT_ALLOWED');
  END IF;
  FOREACH a IN ARRAY ARRAY[debited, credited] LOOP
    IF a.till_id IS NOT NULL AND NOT EXISTS (SELECT FROM till_sessions s
        WHERE s.till_id = a.till_id AND s.closed_at IS NULL
          AND (s.user_id = who.user_id OR p_door = 'TILL')) THEN -- a supervisor may close another's: close_till has looked
      PERFORM refuse('TILL_NOT_OPEN');
    END IF;
    IF a.customer_id IS NULL AND a.branch_id <> who.branch_id THEN PERFORM refuse('POSTING_NOT_ALLOWED'); END IF;
    IF a.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', a.account_number)); END IF;
    IF a.status <> 'ACTIVE' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', a.account_number)); END IF;
    IF a.currency <> p_currency THEN
      PERFORM refuse('CURRENCY_MISMATCH', jsonb_build_object('account', a.account_number, 'accountCurrency', a.currency, 'currency', p_currency));
    END IF;
  END LOOP;
  FOREACH a IN ARRAY ARRAY[debited, credited] LOOP
    SELECT * INTO b FROM balances WHERE account_id = a.id;
    leg.account_id := a.id;
    leg.side := CASE WHEN a.id = p_from THEN 'DEBIT' ELSE 'CREDIT' END;
    leg.sequence := b.entry_count + 1;
    delta := CASE WHEN normal_side(a.account_type) = leg.side THEN p_amount ELSE -p_amount END;
    leg.ledger_before := b.ledger_balance;
    leg.ledger_after := b.ledger_balance + delta;
    leg.available_before := b.available_balance;
    leg.available_after := b.available_balance + CASE WHEN a.account_type = 'LOAN' THEN -delta ELSE delta END;
    PERFORM check_leg(a, leg);
    RETURN NEXT leg;
  END LOOP;
END $$;

-- What an account of this kind does not allow: overdrawing, overpaying a loan, paying out cash that is not there.
CREATE OR REPLACE FUNCTION check_leg(a accounts, leg assessed_leg) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF abs(leg.ledger_after) >= 1e13 OR abs(leg.available_after) >= 1e13 THEN PERFORM refuse('BALANCE_TOO_LARGE'); END IF;
  IF leg.side = 'DEBIT' AND a.account_type IN ('SAVINGS', 'CURRENT', 'LOAN') AND leg.available_after < 0 THEN
    PERFORM refuse('INSUFFICIENT_FUNDS', jsonb_build_object('available', leg.available_before::text, 'currency', a.currency));
  END IF;
  IF leg.side = 'CREDIT' AND leg.ledger_after < 0 THEN
    CASE a.account_type
      WHEN 'LOAN' THEN PERFORM refuse('LOAN_OVERPAID', jsonb_build_object('owed', leg.ledger_before::text, 'currency', a.currency));
      WHEN 'TELLER_CASH' THEN PERFORM refuse('TILL_SHORT_OF_CASH');
      WHEN 'VAULT' THEN PERFORM refuse('VAULT_SHORT_OF_CASH');
      ELSE NULL;
    END CASE;
  END IF;
END $$;
