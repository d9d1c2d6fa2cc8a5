-- What is answered for each posting of a batch, and which of them carry a charge.

-- What one posting comes to by itself, as a value: its refusal, or its receipt.
CREATE OR REPLACE FUNCTION outcome_of(who identity, p_channel text, item posting_item, p_made origin) RETURNS posting_outcome
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  written record;
  outcome posting_outcome;
  told text;
BEGIN
  outcome.key := item.key;
  written := write_posting(who, p_channel, item.key, item.transaction_type, item.legs, item.currency, item.description, p_made.actor,
    p_made.cause_type, p_made.cause_id, item.value_date);
  IF p_channel = 'COUNTER' THEN -- nobody is named in a batch
    PERFORM sign_posting(written.posted_id, written.replayed, (written.receipt).business_date, item.transaction_type, item.legs,
      item.currency, NULL);
  END IF;
  IF written.replayed THEN SELECT r INTO outcome.receipt FROM receipt_of(written.posted_id) AS r;
  ELSE outcome.receipt := written.receipt;
  END IF;
  RETURN outcome;
EXCEPTION WHEN SQLSTATE 'CX000' THEN
  GET STACKED DIAGNOSTICS outcome.refusal := CONSTRAINT_NAME, told := PG_EXCEPTION_DETAIL;
  outcome.facts := told::jsonb;
  RETURN outcome;
END $$;

-- The refusal of a line that was found wanting under the locks, as a value; null where there is none: what is paid onto an account that has
-- become dormant meanwhile is taken.
CREATE OR REPLACE FUNCTION refusal_of(who identity, p_channel text, p_key uuid, line posting_line, p_currency text) RETURNS posting_outcome
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  outcome posting_outcome;
  told text;
BEGIN
  outcome.key := p_key;
  PERFORM require_usable_account(who, p_channel, line, p_currency);
  PERFORM check_limits_of_kind(line);
  IF line.side = 'DEBIT' AND line.available_after < 0 THEN PERFORM refuse_overdrawn(p_channel, line, ARRAY[line]); END IF;
  RETURN NULL;
EXCEPTION WHEN SQLSTATE 'CX000' THEN
  GET STACKED DIAGNOSTICS outcome.refusal := CONSTRAINT_NAME, told := PG_EXCEPTION_DETAIL;
  outcome.facts := told::jsonb;
  RETURN outcome;
END $$;

-- Which of the plain items are on an account whose product charges postings at the counter.
CREATE OR REPLACE FUNCTION charged_items(p_channel text, p_plain int[], p_lines posting_line[], p_places int[]) RETURNS int[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE charged int[] := '{}';
BEGIN
  IF p_channel <> 'COUNTER' THEN RETURN charged; END IF;
  FOR k IN 1 .. coalesce(cardinality(p_lines), 0) LOOP
    IF p_lines[k].charges AND p_places[k] = ANY (p_plain) THEN charged := charged || p_places[k]; END IF;
  END LOOP;
  RETURN charged;
END $$;

-- What is posted onto a dormant account is not plain, and is posted all the same: it goes first, and would lock its accounts before those
-- of the plain items and not in the order of their keys. So where there is such an item, all sums and balances of these items are locked
-- before the first of them is posted. No account is locked for an item that no rule allows.
CREATE OR REPLACE FUNCTION lock_with_resting(who identity, p_channel text, p_items posting_item[], p_plain int[], p_lines posting_line[],
  p_places int[], p_today date) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  rules text[] := rules_of(who, p_channel);
  resting int[] := ARRAY(SELECT DISTINCT line.place FROM unnest(p_places, p_lines) AS line (place, account_id)
      JOIN accounts a ON a.id = line.account_id AND a.status = 'INACTIVE'
    WHERE NOT line.place = ANY (p_plain) AND is_plain(p_items[line.place].transaction_type, p_lines, array_position(p_places, line.place),
      array_position(p_places, line.place) + (SELECT count(*) FROM unnest(p_places) AS p WHERE p = line.place)::int - 1, rules));
BEGIN
  IF resting = '{}' OR p_today IS NULL THEN RETURN; END IF;
  IF p_channel = 'COUNTER' THEN PERFORM lock_sums(who, p_items, p_plain || resting, p_lines, p_places, p_today); END IF;
  PERFORM lock_items(who, p_plain || resting, p_lines, p_places);
END $$;
