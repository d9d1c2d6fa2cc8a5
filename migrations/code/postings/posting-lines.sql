-- The legs of a posting with what is known of their accounts, before anything is locked.

-- The bank's own account of a kind, as the caller's: the cash account of the till that they hold, in the requested currency if the till
-- has one, or their branch's account in that currency.
CREATE OR REPLACE FUNCTION own_account(who identity, p_type account_type, p_currency text) RETURNS uuid LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE own uuid;
BEGIN
  IF p_type = 'TELLER_CASH' THEN
    SELECT a.id INTO own FROM till_sessions s JOIN accounts a ON a.till_id = s.till_id
      WHERE s.user_id = who.user_id AND s.closed_at IS NULL ORDER BY (a.currency = p_currency) DESC LIMIT 1;
    IF NOT FOUND THEN PERFORM refuse('TILL_NOT_OPEN'); END IF;
  ELSE
    SELECT a.id INTO own FROM accounts a JOIN account_kinds kind ON kind.account_type = a.account_type AND kind.holder = 'BRANCH'
      WHERE a.branch_id = who.branch_id AND a.account_type = p_type AND a.currency = p_currency;
    IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  END IF;
  RETURN own;
END $$;

-- One leg with its account. What the ledger does not know stays null: the account that is missing is refused when its turn comes. The
-- names come by statements of their own, because a join carries all columns through each of its steps.
CREATE OR REPLACE FUNCTION posting_line_of(p_account uuid, p_side entry_side, p_amount numeric, p_actor actor_kind) RETURNS posting_line
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  line posting_line;
  product uuid;
BEGIN
  SELECT a.account_number, a.account_type, a.currency, a.branch_id, a.customer_id, a.till_id, a.product_id, kind.debit_refusal,
      kind.credit_refusal, CASE WHEN kind.normal_side = p_side THEN p_amount ELSE -p_amount END,
      CASE WHEN (kind.normal_side = p_side) = (kind.drawn_from <> 'LIMIT') THEN p_amount ELSE -p_amount END
    INTO line.account_number, line.account_type, line.currency, line.branch_id, line.customer_id, line.till_id, product,
      line.debit_refusal, line.credit_refusal, line.effect, line.drawn
    FROM accounts a JOIN account_kinds kind ON kind.account_type = a.account_type WHERE a.id = p_account;
  line.account_id := p_account;
  IF NOT FOUND THEN RETURN line; END IF;
  line.side := p_side;
  line.amount := p_amount;
  line.actor := p_actor;
  line.label := line.account_type;
  IF line.till_id IS NOT NULL THEN SELECT name INTO line.label FROM tills WHERE id = line.till_id; END IF;
  IF line.customer_id IS NOT NULL THEN
    SELECT concat_ws(' ', c.first_name, c.last_name), p.charges_postings INTO line.holder, line.charges
      FROM customers c LEFT JOIN products p ON p.id = product WHERE c.id = line.customer_id;
  END IF;
  RETURN line;
END $$;

-- What can be said of the legs before anything is locked: how many, amounts, both sides, balance, no account on both sides. Fifty are
-- far more than a counter needs; each costs time in which the balances are locked. Answers them with the bank's own account in the
-- place of each kind, and with amounts as the ledger keeps them.
CREATE OR REPLACE FUNCTION posting_lines(who identity, p_legs posting_leg[], p_currency text, p_actor actor_kind) RETURNS posting_line[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  decimals int := (SELECT minor_units FROM currencies WHERE code = p_currency);
  lines posting_line[];
  leg posting_leg;
  surplus numeric := 0;
  debits numeric := 0;
BEGIN
  IF cardinality(p_legs) > 50 THEN PERFORM refuse('TOO_MANY_LEGS'); END IF;
  FOREACH leg IN ARRAY coalesce(p_legs, '{}') LOOP
    IF (leg.amount > 0 AND leg.amount < 1e13 AND leg.amount = round(leg.amount, decimals)) IS NOT TRUE THEN
      PERFORM check_amount(leg.amount, p_currency);
      PERFORM refuse('AMOUNT_ZERO');
    END IF;
    leg.amount := round(leg.amount, 2);
    IF leg.side = 'DEBIT' THEN debits := debits + leg.amount; END IF;
    surplus := surplus + CASE leg.side WHEN 'DEBIT' THEN leg.amount WHEN 'CREDIT' THEN -leg.amount END;
    IF leg.account_id IS NULL THEN leg.account_id := own_account(who, leg.account_type, p_currency); END IF;
    lines := lines || posting_line_of(leg.account_id, leg.side, leg.amount, p_actor);
  END LOOP;
  IF surplus IS DISTINCT FROM 0 OR lines IS NULL THEN PERFORM refuse('ENTRIES_UNBALANCED'); END IF;
  IF debits >= 1e13 THEN PERFORM refuse('AMOUNT_TOO_LARGE'); END IF;
  -- Two legs that balance are of two sides.
  IF cardinality(lines) = 2 THEN
    IF lines[1].account_id = lines[2].account_id THEN PERFORM refuse('SAME_ACCOUNT'); END IF;
  ELSE
    PERFORM refuse('SAME_ACCOUNT') FROM unnest(lines) AS l GROUP BY l.account_id HAVING count(DISTINCT l.side) > 1;
  END IF;
  RETURN lines;
END $$;
