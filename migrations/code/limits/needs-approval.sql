-- Whether a person may post alone. Only what is posted alone is counted, without its fees: what a second person has approved uses up
-- nobody's limit.

-- The limit in force at a branch on a business date; a row of nulls where there is none, and then nothing is posted alone.
CREATE OR REPLACE FUNCTION limit_in_force(p_branch uuid, p_role user_role, p_type transaction_type, p_currency text, p_date date)
RETURNS posting_limits LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE in_force posting_limits;
BEGIN
  SELECT * INTO in_force FROM posting_limits l
    WHERE l.role = p_role AND l.transaction_type = p_type AND l.currency = p_currency AND l.valid_from <= p_date
      AND (l.valid_until IS NULL OR l.valid_until >= p_date) AND (l.branch_id = p_branch OR l.branch_id IS NULL)
    ORDER BY l.branch_id NULLS LAST, l.valid_from DESC, l.created_at DESC, l.id DESC LIMIT 1;
  RETURN in_force;
END $$;

-- Which limit a posting would exceed: NO_LIMIT, PER_POSTING, PERSON_DAY or ACCOUNT_DAY, or null. Counts nothing: for the preview.
CREATE OR REPLACE FUNCTION exceeded_limit(who identity, p_type transaction_type, p_lines posting_line[], p_currency text, p_date date)
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  allowed posting_limits := limit_in_force(who.branch_id, who.role, p_type, p_currency, p_date);
  moved numeric := total_of(p_lines);
BEGIN
  IF allowed.id IS NULL THEN RETURN 'NO_LIMIT'; END IF;
  IF moved > allowed.per_posting THEN RETURN 'PER_POSTING'; END IF;
  IF moved + coalesce((SELECT total FROM person_sums WHERE user_id = who.user_id AND transaction_type = p_type
      AND currency = p_currency AND business_date >= p_date), 0) > allowed.per_person_day THEN
    RETURN 'PERSON_DAY';
  END IF;
  IF EXISTS (SELECT FROM unnest(p_lines) AS l LEFT JOIN account_sums s ON s.account_id = l.account_id
        AND s.transaction_type = p_type AND s.business_date >= p_date
      WHERE l.customer_id IS NOT NULL AND l.actor = 'PERSON' GROUP BY l.account_id, s.total
      HAVING sum(l.amount) + coalesce(s.total, 0) > allowed.per_account_day) THEN
    RETURN 'ACCOUNT_DAY';
  END IF;
  RETURN NULL;
END $$;

-- The same for a posting that is about to be made: counts it in and answers null, or counts nothing and answers which limit it exceeds.
-- The rows are changed, and so locked, the person's first and then the accounts' in the order of their keys, before any balance is:
-- no two postings wait for each other, and together they do not get over a limit that each of them alone would respect.
CREATE OR REPLACE FUNCTION posting_needs_approval(who identity, p_type transaction_type, p_lines posting_line[], p_currency text,
  p_date date) RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  allowed posting_limits := limit_in_force(who.branch_id, who.role, p_type, p_currency, p_date);
  moved numeric := total_of(p_lines);
  line posting_line;
  exceeded text;
  place int;
BEGIN
  IF allowed.id IS NULL THEN RETURN 'NO_LIMIT'; END IF;
  IF moved > allowed.per_posting THEN RETURN 'PER_POSTING'; END IF;
  IF count_of_person(who.user_id, p_type, p_currency, p_date, moved) > allowed.per_person_day THEN exceeded := 'PERSON_DAY'; END IF;
  FOREACH place IN ARRAY lock_order(p_lines) LOOP
    line := p_lines[place];
    CONTINUE WHEN line.customer_id IS NULL OR line.actor <> 'PERSON';
    IF count_of_account(line.account_id, p_type, p_date, line.amount) > allowed.per_account_day THEN
      exceeded := coalesce(exceeded, 'ACCOUNT_DAY');
    END IF;
  END LOOP;
  IF exceeded IS NOT NULL THEN PERFORM uncount_posting(who, 'COUNTER', p_type, p_lines, p_currency); END IF;
  RETURN exceeded;
END $$;

-- Adds an amount to what a person posted alone on a day, and answers what it comes to. A branch whose day is an earlier one adds to the
-- later day: a limit is never had twice.
CREATE OR REPLACE FUNCTION count_of_person(p_user uuid, p_type transaction_type, p_currency text, p_date date, p_amount numeric)
RETURNS numeric LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE counted numeric;
BEGIN
  INSERT INTO person_sums AS s (user_id, transaction_type, currency, business_date, total)
    VALUES (p_user, p_type, p_currency, p_date, p_amount)
    ON CONFLICT (user_id, transaction_type, currency) DO UPDATE SET business_date = greatest(s.business_date, excluded.business_date),
      total = excluded.total + CASE WHEN s.business_date >= excluded.business_date THEN s.total ELSE 0 END
    RETURNING total INTO counted;
  RETURN counted;
END $$;

-- The same of an account.
CREATE OR REPLACE FUNCTION count_of_account(p_account uuid, p_type transaction_type, p_date date, p_amount numeric)
RETURNS numeric LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE counted numeric;
BEGIN
  INSERT INTO account_sums AS s (account_id, transaction_type, business_date, total) VALUES (p_account, p_type, p_date, p_amount)
    ON CONFLICT (account_id, transaction_type) DO UPDATE SET business_date = greatest(s.business_date, excluded.business_date),
      total = excluded.total + CASE WHEN s.business_date >= excluded.business_date THEN s.total ELSE 0 END
    RETURNING total INTO counted;
  RETURN counted;
END $$;

-- Takes out what was counted and is not posted alone after all. Only what is posted at the counter is counted.
CREATE OR REPLACE FUNCTION uncount_posting(who identity, p_channel text, p_type transaction_type, p_lines posting_line[], p_currency text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_channel <> 'COUNTER' THEN RETURN; END IF;
  UPDATE person_sums SET total = total - total_of(p_lines)
    WHERE user_id = who.user_id AND transaction_type = p_type AND currency = p_currency;
  UPDATE account_sums s SET total = s.total - l.amount
    FROM (SELECT account_id, sum(amount) AS amount FROM unnest(p_lines)
      WHERE customer_id IS NOT NULL AND actor = 'PERSON' GROUP BY account_id) AS l
    WHERE s.account_id = l.account_id AND s.transaction_type = p_type;
END $$;
