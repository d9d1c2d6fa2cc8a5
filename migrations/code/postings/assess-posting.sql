-- Whether a posting may be made now, and what it does to each account. Reads only: the preview asks without locks, the
-- posting under them, so that both give the same answer by the same rules.

-- The accounts of the legs, in the order of the legs.
CREATE OR REPLACE FUNCTION accounts_of_legs(p_legs posting_leg[]) RETURNS accounts[] LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  found_accounts accounts[];
  account accounts;
  leg posting_leg;
BEGIN
  FOREACH leg IN ARRAY p_legs LOOP
    SELECT * INTO account FROM accounts WHERE id = leg.account_id;
    IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
    found_accounts := found_accounts || account;
  END LOOP;
  RETURN found_accounts;
END $$;

-- Every kind that is debited has to be allowed with every kind that is credited.
CREATE OR REPLACE FUNCTION require_posting_rule(who identity, p_channel text, p_type transaction_type, p_legs posting_leg[])
RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE touched accounts[] := accounts_of_legs(p_legs);
BEGIN
  FOR debit IN 1 .. cardinality(p_legs) LOOP
    CONTINUE WHEN p_legs[debit].side <> 'DEBIT';
    FOR credit IN 1 .. cardinality(p_legs) LOOP
      CONTINUE WHEN p_legs[credit].side <> 'CREDIT';
      PERFORM FROM posting_rules WHERE channel = p_channel AND transaction_type = p_type AND role = who.role
        AND debit_type = touched[debit].account_type AND credit_type = touched[credit].account_type;
      IF NOT FOUND THEN PERFORM refuse('POSTING_NOT_ALLOWED'); END IF;
    END LOOP;
  END LOOP;
END $$;

-- Only its holder posts on a till (closing a till has checked that by itself), only the branch's staff on the branch's own
-- accounts, on a customer's account of another branch where that may cross; and every account has to be active and in its own
-- currency. Of the bank's own accounts it is said that the branch has cash in one currency: nobody knows a till as an account.
CREATE OR REPLACE FUNCTION require_usable_account(who identity, p_channel text, account accounts, p_currency text) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF account.till_id IS NOT NULL AND NOT EXISTS (SELECT FROM till_sessions
      WHERE till_id = account.till_id AND closed_at IS NULL AND (user_id = who.user_id OR p_channel = 'TILL')) THEN
    PERFORM refuse('TILL_NOT_OPEN');
  END IF;
  IF account.customer_id IS NULL AND account.branch_id <> who.branch_id THEN PERFORM refuse('POSTING_NOT_ALLOWED'); END IF;
  IF account.branch_id <> who.branch_id THEN PERFORM require_branch(who, 'ACCOUNT_POST', account.branch_id); END IF;
  IF account.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', account.account_number)); END IF;
  IF account.status <> 'ACTIVE' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', account.account_number)); END IF;
  IF account.currency <> p_currency AND account.customer_id IS NULL THEN
    PERFORM refuse('CASH_IN_OTHER_CURRENCY', jsonb_build_object('cash', account.currency, 'currency', p_currency));
  END IF;
  IF account.currency <> p_currency THEN
    PERFORM refuse('CURRENCY_MISMATCH', jsonb_build_object('account', account.account_number,
      'accountCurrency', account.currency, 'currency', p_currency));
  END IF;
END $$;

-- What one leg does to its account. `earlier` is the previous leg of this posting on the same account, or null.
CREATE OR REPLACE FUNCTION assess_leg(account accounts, leg posting_leg, earlier assessed_leg) RETURNS assessed_leg LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  kind account_kinds;
  assessed assessed_leg;
  delta numeric;
BEGIN
  SELECT * INTO kind FROM account_kinds WHERE account_type = account.account_type;
  delta := CASE WHEN kind.normal_side = leg.side THEN leg.amount ELSE -leg.amount END;
  assessed.account_id := account.id;
  assessed.side := leg.side;
  assessed.amount := leg.amount;
  IF earlier IS NULL THEN
    SELECT entry_count + 1, ledger_balance, available_balance INTO assessed.sequence, assessed.ledger_before, assessed.available_before
      FROM balances WHERE account_id = account.id;
  ELSE
    assessed.sequence := earlier.sequence + 1;
    assessed.ledger_before := earlier.ledger_after;
    assessed.available_before := earlier.available_after;
  END IF;
  assessed.ledger_after := assessed.ledger_before + delta;
  assessed.available_after := assessed.available_before + CASE kind.drawn_from WHEN 'LIMIT' THEN -delta ELSE delta END;
  PERFORM check_limits_of_kind(account, kind, assessed);
  RETURN assessed;
END $$;

-- The legs as they would be made, in their order, or the refusal that says why not. That a rule allows them has been asked before.
CREATE OR REPLACE FUNCTION assess_posting(who identity, p_channel text, p_legs posting_leg[], p_currency text)
RETURNS assessed_leg[] LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  touched accounts[] := accounts_of_legs(p_legs);
  account accounts;
  earlier assessed_leg;
  assessed assessed_leg[];
BEGIN
  FOREACH account IN ARRAY touched LOOP
    PERFORM require_usable_account(who, p_channel, account, p_currency);
  END LOOP;
  FOR n IN 1 .. cardinality(p_legs) LOOP
    earlier := NULL;
    FOR before IN 1 .. n - 1 LOOP
      IF assessed[before].account_id = touched[n].id THEN earlier := assessed[before]; END IF;
    END LOOP;
    assessed := assessed || assess_leg(touched[n], p_legs[n], earlier);
  END LOOP;
  RETURN assessed;
END $$;
