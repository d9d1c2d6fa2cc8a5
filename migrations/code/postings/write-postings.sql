-- The set-based sibling of write_posting(): hundreds of postings in one call, each posted or refused by itself, as if they had come one
-- after the other. Whatever is not plain (plain-items.sql) is given to write_posting(), which knows the refusal; the plain ones are read,
-- locked, checked and written together. Their balances are locked from the check of the funds to the commit and not before.

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
  IF written.replayed THEN SELECT r INTO outcome.receipt FROM receipt_of(written.posted_id) AS r;
  ELSE outcome.receipt := written.receipt;
  END IF;
  RETURN outcome;
EXCEPTION WHEN SQLSTATE 'CX000' THEN
  GET STACKED DIAGNOSTICS outcome.refusal := CONSTRAINT_NAME, told := PG_EXCEPTION_DETAIL;
  outcome.facts := told::jsonb;
  RETURN outcome;
END $$;

-- The refusal of a line that was found wanting under the locks, as a value.
CREATE OR REPLACE FUNCTION refusal_of(who identity, p_channel text, p_key uuid, line posting_line, p_currency text) RETURNS posting_outcome
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  outcome posting_outcome;
  told text;
BEGIN
  outcome.key := p_key;
  PERFORM require_usable_account(who, p_channel, line, p_currency);
  PERFORM check_limits_of_kind(line);
  RETURN NULL;
EXCEPTION WHEN SQLSTATE 'CX000' THEN
  GET STACKED DIAGNOSTICS outcome.refusal := CONSTRAINT_NAME, told := PG_EXCEPTION_DETAIL;
  outcome.facts := told::jsonb;
  RETURN outcome;
END $$;

-- Locks the balances of these accounts, which are in the order of their keys, and answers what stands on them, in the same order; and
-- which of the accounts must not be posted on any more.
CREATE OR REPLACE FUNCTION lock_balances(who identity, p_channel text, p_accounts uuid[],
  OUT ledgers numeric[], OUT availables numeric[], OUT counts bigint[], OUT barred uuid[])
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  SELECT array_agg(b.ledger_balance ORDER BY b.account_id), array_agg(b.available_balance ORDER BY b.account_id),
      array_agg(b.entry_count ORDER BY b.account_id) INTO ledgers, availables, counts
    FROM (SELECT * FROM balances WHERE account_id = ANY (p_accounts) ORDER BY account_id FOR UPDATE) AS b;
  SELECT array_agg(a.id) INTO barred FROM accounts a WHERE a.id = ANY (p_accounts) AND (a.status <> 'ACTIVE' OR a.till_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM till_sessions s WHERE s.till_id = a.till_id AND s.closed_at IS NULL
      AND (s.user_id = who.user_id OR p_channel = 'TILL')));
END $$;

-- Writes plain items whose lines say what they come to, with one statement for each table.
CREATE OR REPLACE FUNCTION insert_postings(who identity, p_items posting_item[], p_made origin, p_today date, p_ids uuid[], p_places int[],
  p_hashes bytea[], p_lines posting_line[], p_line_ids uuid[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount,
      currency, transaction_type, description, status, business_date, branch_id, created_by, processed_at, actor, cause_type, cause_id,
      workstation, session_id, build, value_date)
    SELECT made.id, next_reference(p_today), item.key, made.hash, side.debited, side.credited, side.total, item.currency, item.type,
      item.description, 'COMPLETED', p_today, who.branch_id, p_made.user_id, clock_timestamp(), p_made.actor, p_made.cause_type,
      coalesce(p_made.cause_id, item.key), p_made.workstation, p_made.session_id, p_made.build, coalesce(item.value_date, p_today)
    FROM unnest(p_ids, p_places, p_hashes) AS made (id, place, hash)
      JOIN unnest(p_items) WITH ORDINALITY AS item (key, type, legs, currency, description, value_date, i) ON item.i = made.place
      JOIN (SELECT line.id, (array_agg(line.account_id ORDER BY n) FILTER (WHERE line.side = 'DEBIT'))[1] AS debited,
          (array_agg(line.account_id ORDER BY n) FILTER (WHERE line.side = 'CREDIT'))[1] AS credited,
          sum(line.amount) FILTER (WHERE line.side = 'DEBIT') AS total
        FROM unnest(p_line_ids, ARRAY(SELECT generate_subscripts(p_lines, 1)), p_lines) AS line (id, n, account_id, side, amount)
        GROUP BY line.id) AS side ON side.id = made.id
    ORDER BY made.place;
  INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor,
      available_after)
    SELECT line.id, line.account_id, line.side, line.amount, line.sequence, line.ledger_after, p_today, t.value_date, line.actor,
      line.available_after
    FROM unnest(p_line_ids, p_lines) AS line (id, account_id, side, amount, actor, account_number, account_type, currency, branch_id,
        customer_id, till_id, debit_refusal, credit_refusal, label, holder, effect, drawn, sequence, ledger_after, available_after)
      JOIN transactions t ON t.id = line.id;
END $$;

-- Posts or refuses the plain items in their order, each on what those before it have left.
CREATE OR REPLACE FUNCTION write_plain(who identity, p_channel text, p_items posting_item[], p_plain int[], p_lines posting_line[],
  p_places int[], p_made origin, p_today date) RETURNS SETOF posting_outcome LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  touched uuid[] := ARRAY(SELECT DISTINCT l.account_id FROM unnest(p_places, p_lines) AS l (place, account_id)
    WHERE l.place = ANY (p_plain) ORDER BY 1);
  held record := lock_balances(who, p_channel, touched);
  ledgers numeric[] := held.ledgers;
  availables numeric[] := held.availables;
  counts bigint[] := held.counts;
  ids uuid[] := '{}';
  posted int[] := '{}';
  hashes bytea[] := '{}';
  lines posting_line[] := '{}';
  line_ids uuid[] := '{}';
  views jsonb[] := '{}';
  k int := 1;
  place int;
  first int;
  rank int;
  line posting_line;
  bad posting_line;
  refused posting_outcome;
  head posting_receipt;
BEGIN
  IF p_plain = '{}' THEN RETURN; END IF;
  WHILE k <= cardinality(p_lines) LOOP
    place := p_places[k];
    IF NOT place = ANY (p_plain) THEN
      k := k + 1;
      CONTINUE;
    END IF;
    first := k;
    bad := NULL;
    WHILE p_places[k] = place LOOP
      line := p_lines[k];
      rank := array_position(touched, line.account_id);
      ledgers[rank] := ledgers[rank] + line.effect;
      availables[rank] := availables[rank] + line.drawn;
      counts[rank] := counts[rank] + 1;
      line.sequence := counts[rank];
      line.ledger_after := ledgers[rank];
      line.available_after := availables[rank];
      p_lines[k] := line;
      IF bad.account_id IS NULL AND (line.account_id = ANY (held.barred) OR abs(line.ledger_after) >= 1e13
          OR abs(line.available_after) >= 1e13
          OR line.side = 'DEBIT' AND line.debit_refusal IS NOT NULL AND line.available_after < 0
          OR line.side = 'CREDIT' AND line.credit_refusal IS NOT NULL AND line.ledger_after < 0) THEN
        bad := line;
      END IF;
      k := k + 1;
    END LOOP;
    IF bad.account_id IS NOT NULL THEN
      refused := refusal_of(who, p_channel, p_items[place].key, bad, p_items[place].currency);
      FOR n IN first .. k - 1 LOOP
        rank := array_position(touched, p_lines[n].account_id);
        ledgers[rank] := ledgers[rank] - p_lines[n].effect;
        availables[rank] := availables[rank] - p_lines[n].drawn;
        counts[rank] := counts[rank] - 1;
      END LOOP;
      RETURN NEXT refused;
    ELSE
      ids := ids || uuidv7();
      posted := posted || place;
      hashes := hashes || posting_hash(p_channel, p_items[place].transaction_type, p_items[place].legs, p_items[place].currency,
        p_items[place].description);
      lines := lines || p_lines[first : k - 1];
      line_ids := line_ids || array_fill(ids[cardinality(ids)], ARRAY[k - first]);
      views := views || lines_view(p_lines[first : k - 1]);
    END IF;
  END LOOP;
  IF ids = '{}' THEN RETURN; END IF;
  PERFORM insert_postings(who, p_items, p_made, p_today, ids, posted, hashes, lines, line_ids);
  UPDATE balances b SET ledger_balance = m.ledger, available_balance = m.available, entry_count = m.count, updated_at = clock_timestamp()
    FROM unnest(touched, ledgers, availables, counts) AS m (account_id, ledger, available, count)
    WHERE b.account_id = m.account_id AND b.entry_count <> m.count;
  k := 0;
  FOR head IN SELECT t.id, t.transaction_id, t.transaction_type, t.status, t.description, t.business_date, t.amount, t.currency,
      t.created_at, u.full_name, b.name, made.shown, t.value_date, t.actor, t.cause_type,
      CASE WHEN t.cause_type <> 'INTENT' THEN cause_name(t.cause_type, t.cause_id) END
    FROM unnest(ids, views) WITH ORDINALITY AS made (id, shown, n) JOIN transactions t ON t.id = made.id
      JOIN branches b ON b.id = t.branch_id LEFT JOIN users u ON u.id = t.created_by ORDER BY made.n LOOP
    k := k + 1;
    RETURN NEXT ROW(p_items[posted[k]].key, NULL, NULL, head)::posting_outcome;
  END LOOP;
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

-- Not granted to anybody. `p_made` says for whom; where it names no cause, each posting follows from its own key.
CREATE OR REPLACE FUNCTION write_items(who identity, p_channel text, p_items posting_item[], p_made origin) RETURNS SETOF posting_outcome
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  known record := lines_of_items(who, p_channel, p_items, p_made.actor);
  keys uuid[] := keys_of_items(p_items);
  plain int[];
  charged int[];
  run int[] := '{}';
  today date;
  place int;
BEGIN
  PERFORM hold_branch_day(who.branch_id);
  SELECT business_date INTO today FROM business_days WHERE branch_id = who.branch_id AND closed_at IS NULL;
  plain := CASE WHEN today IS NOT NULL
    THEN plain_items(who, p_channel, p_made.user_id, p_items, known.lines, known.places, known.sound) ELSE '{}' END;
  -- Before anything of the plain ones is locked: what is refused locks nothing, and what was posted before is only read.
  FOR place IN 1 .. coalesce(cardinality(p_items), 0) LOOP
    CONTINUE WHEN place = ANY (plain) OR array_position(keys, keys[place]) < place;
    RETURN NEXT outcome_of(who, p_channel, p_items[place], p_made);
  END LOOP;
  -- Those with a fee go one by one in their turn.
  charged := charged_items(p_channel, plain, known.lines, known.places);
  FOREACH place IN ARRAY plain LOOP
    IF place = ANY (charged) THEN
      RETURN QUERY SELECT * FROM write_plain(who, p_channel, p_items, run, known.lines, known.places, p_made, today);
      RETURN NEXT outcome_of(who, p_channel, p_items[place], p_made);
      run := '{}';
    ELSE
      run := run || place;
    END IF;
  END LOOP;
  RETURN QUERY SELECT * FROM write_plain(who, p_channel, p_items, run, known.lines, known.places, p_made, today);
  -- Whose key another item has named before finds that one done.
  FOR place IN 1 .. coalesce(cardinality(p_items), 0) LOOP
    CONTINUE WHEN array_position(keys, keys[place]) = place;
    RETURN NEXT outcome_of(who, p_channel, p_items[place], p_made);
  END LOOP;
END $$;

-- Several postings of the caller's at the counter: what post_journal() would have answered for each, in no particular order, by its key.
CREATE OR REPLACE FUNCTION post_batch(p_items posting_item[]) RETURNS SETOF posting_outcome LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('TELLER', 'SUPERVISOR');
BEGIN
  IF cardinality(p_items) > 1000 THEN PERFORM refuse('TOO_MANY_POSTINGS'); END IF;
  PERFORM count_reads(who, (SELECT count(DISTINCT leg.account_id)::int FROM unnest(p_items) AS item, unnest(item.legs) AS leg));
  RETURN QUERY SELECT * FROM write_items(who, 'COUNTER', p_items,
    ROW(who.user_id, 'PERSON', 'INTENT', NULL, session_user, who.session_id, who.build)::origin);
END $$;

-- Postings of a job: under nobody as their maker, by no rule of the counter, each once by its key.
CREATE OR REPLACE FUNCTION write_postings(p_job uuid, p_items posting_item[]) RETURNS SETOF posting_outcome LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  run job_runs;
  made origin := current_origin();
BEGIN
  SELECT * INTO run FROM job_runs WHERE id = p_job;
  RETURN QUERY SELECT * FROM write_items(ROW(NULL, NULL, run.branch_id, made.session_id, false, made.build)::identity, 'JOB', p_items,
    ROW(NULL, 'JOB', 'JOB', p_job, made.workstation, made.session_id, made.build)::origin);
END $$;
