-- Counts several postings of one call together, where a person may post all of them alone: an amount is never negative, so what all of them
-- come to together is the most that any of them comes to in its turn.

-- What these items move, for each type and currency: all of it, and the most that one of them moves.
CREATE OR REPLACE FUNCTION moved_by_items(p_items posting_item[], p_counted int[], p_lines posting_line[], p_places int[],
  OUT types transaction_type[], OUT currencies text[], OUT totals numeric[], OUT mosts numeric[])
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  SELECT array_agg(each.type ORDER BY each.type, each.currency), array_agg(each.currency ORDER BY each.type, each.currency),
      array_agg(each.total ORDER BY each.type, each.currency), array_agg(each.most ORDER BY each.type, each.currency)
    INTO types, currencies, totals, mosts
    FROM (SELECT item.type, item.currency, sum(own.moved) AS total, max(own.moved) AS most
      FROM (SELECT line.place, sum(line.amount) AS moved FROM unnest(p_places, p_lines) AS line (place, account_id, side, amount)
          WHERE line.side = 'DEBIT' AND line.place = ANY (p_counted) GROUP BY line.place) AS own
        JOIN unnest(p_items) WITH ORDINALITY AS item (key, type, legs, currency, description, value_date, i) ON item.i = own.place
      GROUP BY item.type, item.currency) AS each;
END $$;

-- Counts these items and answers true, or counts none of them and answers false: then each is asked about in its turn. Either way the
-- rows of what is counted are locked, the person's first and then the accounts' in the order of their keys, before any balance is.
CREATE OR REPLACE FUNCTION count_items(who identity, p_items posting_item[], p_counted int[], p_lines posting_line[], p_places int[],
  p_today date) RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  moved record := moved_by_items(p_items, p_counted, p_lines, p_places);
  allowed posting_limits;
  -- Of an account, whatever the currency: where types have several, the smallest limit is asked for first.
  most_of_account jsonb := '{}';
  counted numeric;
  within boolean := true;
  within_accounts boolean;
BEGIN
  FOR n IN 1 .. coalesce(cardinality(moved.types), 0) LOOP
    allowed := limit_in_force(who.branch_id, who.role, moved.types[n], moved.currencies[n], p_today);
    counted := count_of_person(who.user_id, moved.types[n], moved.currencies[n], p_today, moved.totals[n]);
    within := within AND allowed.id IS NOT NULL AND moved.mosts[n] <= allowed.per_posting AND counted <= allowed.per_person_day;
    most_of_account := most_of_account || jsonb_build_object(moved.types[n],
      least((most_of_account ->> moved.types[n]::text)::numeric, allowed.per_account_day));
  END LOOP;
  WITH counted AS (
    INSERT INTO account_sums AS s (account_id, transaction_type, business_date, total)
      SELECT line.account_id, item.type, p_today, sum(line.amount)
      FROM unnest(p_places, p_lines) AS line (place, account_id, side, amount, actor, account_number, account_type, currency, branch_id,
          customer_id)
        JOIN unnest(p_items) WITH ORDINALITY AS item (key, type, legs, currency, description, value_date, i) ON item.i = line.place
      WHERE line.customer_id IS NOT NULL AND line.actor = 'PERSON' AND line.place = ANY (p_counted)
      GROUP BY line.account_id, item.type ORDER BY line.account_id, item.type
      ON CONFLICT (account_id, transaction_type) DO UPDATE SET business_date = greatest(s.business_date, excluded.business_date),
        total = excluded.total + CASE WHEN s.business_date >= excluded.business_date THEN s.total ELSE 0 END
      RETURNING transaction_type, total)
  SELECT bool_and(counted.total <= (most_of_account ->> counted.transaction_type::text)::numeric) INTO within_accounts FROM counted;
  IF within AND coalesce(within_accounts, true) THEN RETURN true; END IF;
  PERFORM uncount_items(who, 'COUNTER', p_items, p_counted, p_lines, p_places);
  RETURN false;
END $$;
