-- The limits of several postings in one call (postings/write-postings.sql).

-- Locks what is counted for these items, before any balance is locked: the person's rows first, then the accounts' in the order of their
-- keys, as a single posting does.
CREATE OR REPLACE FUNCTION lock_sums(who identity, p_items posting_item[], p_plain int[], p_lines posting_line[], p_places int[],
  p_today date) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO person_sums AS s (user_id, transaction_type, currency, business_date, total)
    SELECT DISTINCT who.user_id, p_items[place].transaction_type, p_items[place].currency, p_today, 0
    FROM unnest(p_plain) AS place ORDER BY 2, 3
    ON CONFLICT (user_id, transaction_type, currency) DO UPDATE SET total = s.total;
  INSERT INTO account_sums AS s (account_id, transaction_type, business_date, total)
    SELECT DISTINCT p_lines[k].account_id, p_items[p_places[k]].transaction_type, p_today, 0
    FROM generate_subscripts(p_lines, 1) AS k WHERE p_places[k] = ANY (p_plain) AND p_lines[k].customer_id IS NOT NULL ORDER BY 1, 2
    ON CONFLICT (account_id, transaction_type) DO UPDATE SET total = s.total;
END $$;

-- Counts these items in their order, and answers those that a person may not post alone, which are not counted.
CREATE OR REPLACE FUNCTION items_above_limit(who identity, p_items posting_item[], p_counted int[], p_lines posting_line[], p_places int[],
  p_today date) RETURNS int[] LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  above int[] := '{}';
  first int := 1;
BEGIN
  FOR k IN 1 .. coalesce(cardinality(p_lines), 0) LOOP
    CONTINUE WHEN p_places[k + 1] = p_places[k];
    IF p_places[k] = ANY (p_counted) AND posting_needs_approval(who, p_items[p_places[k]].transaction_type, p_lines[first : k],
        p_items[p_places[k]].currency, p_today) IS NOT NULL THEN
      above := above || p_places[k];
    END IF;
    first := k + 1;
  END LOOP;
  RETURN above;
END $$;

-- Takes out again what was counted for these items.
CREATE OR REPLACE FUNCTION uncount_items(who identity, p_channel text, p_items posting_item[], p_counted int[], p_lines posting_line[],
  p_places int[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE first int := 1;
BEGIN
  FOR k IN 1 .. coalesce(cardinality(p_lines), 0) LOOP
    CONTINUE WHEN p_places[k + 1] = p_places[k];
    IF p_places[k] = ANY (p_counted) THEN
      PERFORM uncount_posting(who, p_channel, p_items[p_places[k]].transaction_type, p_lines[first : k], p_items[p_places[k]].currency);
    END IF;
    first := k + 1;
  END LOOP;
END $$;
