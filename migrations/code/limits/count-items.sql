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

-- Counts these items for the person, whose rows are locked before those of any account; answers the most that is posted on an account in a
-- day, for each type, or null where a person may not post all of them alone.
CREATE OR REPLACE FUNCTION count_by_person(who identity, p_items posting_item[], p_counted int[], p_lines posting_line[], p_places int[],
  p_today date) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  moved record := moved_by_items(p_items, p_counted, p_lines, p_places);
  allowed posting_limits;
  -- Of an account, whatever the currency: where types have several, the smallest limit is asked for first.
  most_of_account jsonb := '{}';
  counted numeric;
  within boolean := true;
BEGIN
  FOR n IN 1 .. coalesce(cardinality(moved.types), 0) LOOP
    allowed := limit_in_force(who.branch_id, who.role, moved.types[n], moved.currencies[n], p_today);
    counted := count_of_person(who.user_id, moved.types[n], moved.currencies[n], p_today, moved.totals[n]);
    within := within AND allowed.id IS NOT NULL AND moved.mosts[n] <= allowed.per_posting AND counted <= allowed.per_person_day;
    most_of_account := most_of_account || jsonb_build_object(moved.types[n],
      least((most_of_account ->> moved.types[n]::text)::numeric, allowed.per_account_day));
  END LOOP;
  RETURN CASE WHEN within THEN most_of_account END;
END $$;

-- Counts these items for the accounts, whose rows are locked in the order of their keys, before any balance is; answers whether that is
-- within the most of each type. Without these most there is nothing to count.
CREATE OR REPLACE FUNCTION count_on_accounts(p_items posting_item[], p_counted int[], p_lines posting_line[], p_places int[], p_today date,
  p_most jsonb) RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE within boolean;
BEGIN
  IF p_most IS NULL THEN RETURN true; END IF;
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
  SELECT bool_and(counted.total <= (p_most ->> counted.transaction_type::text)::numeric) INTO within FROM counted;
  RETURN coalesce(within, true);
END $$;
