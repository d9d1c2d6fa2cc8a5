-- The legs of a posting with what is known of their accounts, before anything is locked.

-- The bank's own account of a kind, as the caller's: the cash account of the till that they hold, in the requested currency if the till
-- has one, or their branch's account in that currency; null where there is none.
CREATE OR REPLACE FUNCTION own_account_if_any(who identity, p_type account_type, p_currency text) RETURNS uuid LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE own uuid;
BEGIN
  IF p_type = 'TELLER_CASH' THEN
    SELECT a.id INTO own FROM till_sessions s JOIN accounts a ON a.till_id = s.till_id
      WHERE s.user_id = who.user_id AND s.closed_at IS NULL ORDER BY (a.currency = p_currency) DESC LIMIT 1;
  ELSE
    SELECT a.id INTO own FROM accounts a JOIN account_kinds kind ON kind.account_type = a.account_type AND kind.holder = 'BRANCH'
      WHERE a.branch_id = who.branch_id AND a.account_type = p_type AND a.currency = p_currency;
  END IF;
  RETURN own;
END $$;

-- Legs with their accounts, read by one statement; names come by queries of their own, because a join carries all columns through each of
-- its steps. What the ledger does not know stays null: the account that is missing is refused when its turn comes.
CREATE OR REPLACE FUNCTION lines_of_legs(p_legs posting_leg[], p_actor actor_kind) RETURNS posting_line[] LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE lines posting_line[];
BEGIN
  SELECT array_agg(ROW(leg.account_id, leg.side, leg.amount, p_actor, a.account_number, a.account_type, a.currency, a.branch_id,
      a.customer_id, a.till_id, kind.debit_refusal, kind.credit_refusal,
      CASE WHEN a.till_id IS NULL THEN a.account_type::text ELSE (SELECT name FROM tills WHERE id = a.till_id) END,
      (SELECT concat_ws(' ', first_name, last_name) FROM customers WHERE id = a.customer_id),
      CASE WHEN kind.normal_side = leg.side THEN leg.amount ELSE -leg.amount END,
      CASE WHEN (kind.normal_side = leg.side) = (kind.drawn_from <> 'LIMIT') THEN leg.amount ELSE -leg.amount END,
      NULL, NULL, NULL, (SELECT charges_postings FROM products WHERE id = a.product_id))::posting_line ORDER BY leg.n) INTO lines
    FROM unnest(p_legs) WITH ORDINALITY AS leg (account_id, account_type, side, amount, n)
      LEFT JOIN accounts a ON a.id = leg.account_id LEFT JOIN account_kinds kind ON kind.account_type = a.account_type;
  RETURN lines;
END $$;

-- One leg with its account.
CREATE OR REPLACE FUNCTION posting_line_of(p_account uuid, p_side entry_side, p_amount numeric, p_actor actor_kind) RETURNS posting_line
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN (lines_of_legs(ARRAY[ROW(p_account, NULL, p_side, p_amount)::posting_leg], p_actor))[1];
END $$;

-- What can be said of the legs before anything is locked: how many, amounts, both sides, balance, no account on both sides. Fifty are
-- far more than a counter needs; each costs time in which the balances are locked. Answers them with the bank's own account in the
-- place of each kind, and with amounts as the ledger keeps them.
CREATE OR REPLACE FUNCTION posting_lines(who identity, p_legs posting_leg[], p_currency text, p_actor actor_kind) RETURNS posting_line[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  decimals int;
  leg posting_leg;
  surplus numeric := 0;
BEGIN
  SELECT minor_units INTO decimals FROM currencies WHERE code = p_currency;
  IF cardinality(p_legs) > 50 THEN PERFORM refuse('TOO_MANY_LEGS'); END IF;
  FOR n IN 1 .. coalesce(cardinality(p_legs), 0) LOOP
    leg := p_legs[n];
    IF (leg.amount > 0 AND leg.amount < 1e13 AND leg.amount = round(leg.amount, decimals)) IS NOT TRUE THEN
      PERFORM check_amount(leg.amount, p_currency);
      PERFORM refuse('AMOUNT_ZERO');
    END IF;
    leg.amount := round(leg.amount, 2);
    surplus := surplus + CASE leg.side WHEN 'DEBIT' THEN leg.amount WHEN 'CREDIT' THEN -leg.amount END;
    IF leg.account_id IS NULL THEN
      leg.account_id := own_account_if_any(who, leg.account_type, p_currency);
      IF leg.account_id IS NULL THEN
        IF leg.account_type = 'TELLER_CASH' THEN
          PERFORM refuse('TILL_NOT_OPEN');
        END IF;
        PERFORM refuse('ACCOUNT_NOT_FOUND');
      END IF;
    END IF;
    p_legs[n] := leg;
  END LOOP;
  IF surplus IS DISTINCT FROM 0 OR coalesce(cardinality(p_legs), 0) = 0 THEN PERFORM refuse('ENTRIES_UNBALANCED'); END IF;
  -- Two legs that balance are of two sides, and neither is too large.
  IF cardinality(p_legs) = 2 THEN
    IF leg.account_id = p_legs[1].account_id THEN PERFORM refuse('SAME_ACCOUNT'); END IF;
  ELSE
    PERFORM refuse('AMOUNT_TOO_LARGE') FROM unnest(p_legs) AS l WHERE l.side = 'DEBIT' HAVING sum(l.amount) >= 1e13;
    PERFORM refuse('SAME_ACCOUNT') FROM unnest(p_legs) AS l GROUP BY l.account_id HAVING count(DISTINCT l.side) > 1;
  END IF;
  RETURN lines_of_legs(p_legs, p_actor);
END $$;
