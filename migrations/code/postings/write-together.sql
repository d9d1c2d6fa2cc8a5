-- Plain items that are all posted as they are, as nearly always. The balances are locked last: what needs none is reckoned and written
-- before, so that those who post on the same account wait for little.

-- What lines do, before anything is known of the balances. Of each item, in order: its account on either side and what it moves. Of each
-- account, in the order of the keys: what all lines together do to it. Of each line, in order: the place of its account in that order, and
-- what it and the lines before it do to the account. `p_items` numbers the items from one on.
CREATE OR REPLACE FUNCTION reckon_lines(p_lines posting_line[], p_items int[],
  OUT debited uuid[], OUT credited uuid[], OUT totals numeric[],
  OUT touched uuid[], OUT effects numeric[], OUT drawns numeric[], OUT numbers bigint[],
  OUT ranks int[], OUT effects_so_far numeric[], OUT drawns_so_far numeric[], OUT numbers_so_far bigint[])
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  WITH line AS MATERIALIZED (
    SELECT l.k, l.account_id, l.side, l.amount, l.item,
      dense_rank() OVER (ORDER BY l.account_id)::int AS rank, sum(l.effect) OVER so_far AS effect, sum(l.drawn) OVER so_far AS drawn,
      count(*) OVER so_far AS number
    FROM (SELECT item, account_id, side, amount, effect, drawn, k FROM unnest(p_items, p_lines) WITH ORDINALITY AS line (item,
        account_id, side, amount, actor, account_number, account_type, currency, branch_id, customer_id, till_id, debit_refusal,
        credit_refusal, label, holder, effect, drawn, sequence, ledger_after, available_after, charges, k)) AS l
    WINDOW so_far AS (PARTITION BY l.account_id ORDER BY l.k ROWS UNBOUNDED PRECEDING)),
  each AS (
    SELECT item, (p_lines[min(k) FILTER (WHERE side = 'DEBIT')]).account_id AS debited,
      (p_lines[min(k) FILTER (WHERE side = 'CREDIT')]).account_id AS credited, sum(amount) FILTER (WHERE side = 'DEBIT') AS total
    FROM line GROUP BY item),
  whole AS (SELECT DISTINCT ON (rank) rank, account_id, effect, drawn, number FROM line ORDER BY rank, number DESC)
  SELECT i.debited, i.credited, i.totals, w.touched, w.effects, w.drawns, w.numbers, l.ranks, l.effects, l.drawns, l.numbers
    INTO debited, credited, totals, touched, effects, drawns, numbers, ranks, effects_so_far, drawns_so_far, numbers_so_far
    FROM (SELECT array_agg(each.debited ORDER BY item) AS debited, array_agg(each.credited ORDER BY item) AS credited,
        array_agg(total ORDER BY item) AS totals FROM each) AS i,
      (SELECT array_agg(account_id ORDER BY rank) AS touched, array_agg(effect ORDER BY rank) AS effects,
        array_agg(drawn ORDER BY rank) AS drawns, array_agg(number ORDER BY rank) AS numbers FROM whole) AS w,
      (SELECT array_agg(rank ORDER BY k) AS ranks, array_agg(effect ORDER BY k) AS effects,
        array_agg(drawn ORDER BY k) AS drawns, array_agg(number ORDER BY k) AS numbers FROM line) AS l;
END $$;

-- Writes the entries of lines, given what stood on their accounts, and answers the legs of each item's receipt, in the shape and order of
-- lines_view(). Where one is refused for what its account comes to, the answer is null, and all has to be undone.
CREATE OR REPLACE FUNCTION insert_entries(p_today date, p_lines posting_line[], p_heads posting_receipt[], p_items int[], p_ranks int[],
  p_effects numeric[], p_drawns numeric[], p_numbers bigint[], p_ledgers numeric[], p_availables numeric[], p_counts bigint[])
RETURNS jsonb[] LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE legs jsonb[];
BEGIN
  WITH line AS MATERIALIZED (
    SELECT made.item, made.account_id, made.side, made.amount, made.actor, made.till_id, made.account_number, made.label,
      made.holder, made.effect, made.drawn, p_counts[made.rank] + made.number AS sequence,
      p_ledgers[made.rank] + made.effect_so_far AS ledger, p_availables[made.rank] + made.drawn_so_far AS available,
      made.debit_refusal, made.credit_refusal
    FROM unnest(p_items, p_ranks, p_effects, p_drawns, p_numbers, p_lines) AS made (item, rank,
      effect_so_far, drawn_so_far, number, account_id, side, amount, actor, account_number, account_type, currency, branch_id,
      customer_id, till_id, debit_refusal, credit_refusal, label, holder, effect, drawn)),
  written AS (
    INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor,
        available_after)
      SELECT (p_heads[item]).id, account_id, side, amount, sequence, ledger, p_today, (p_heads[item]).value_date, actor, available
      FROM line)
  SELECT array_agg(of_item.legs ORDER BY of_item.item) INTO legs
    FROM (SELECT shown.item, jsonb_agg(jsonb_build_object('side', shown.side, 'accountId', shown.account_id,
          'accountNumber', shown.account_number, 'label', shown.label, 'holder', shown.holder, 'amount', shown.amount::text,
          'ledgerBefore', CASE WHEN shown.till_id IS NULL THEN (shown.ledger - shown.effect)::text END,
          'ledgerAfter', CASE WHEN shown.till_id IS NULL THEN shown.ledger::text END,
          'availableBefore', CASE WHEN shown.till_id IS NULL THEN (shown.available - shown.drawn)::text END,
          'availableAfter', CASE WHEN shown.till_id IS NULL THEN shown.available::text END)
          ORDER BY shown.side, shown.largest DESC, shown.account_id, shown.sequence) AS legs
      FROM (SELECT *, max(amount) OVER (PARTITION BY item, side, account_id) AS largest FROM line) AS shown GROUP BY shown.item) AS of_item
    WHERE NOT EXISTS (SELECT FROM line WHERE abs(ledger) >= 1e13 OR abs(available) >= 1e13
      OR side = 'DEBIT' AND debit_refusal IS NOT NULL AND available < 0
      OR side = 'CREDIT' AND credit_refusal IS NOT NULL AND ledger < 0);
  RETURN legs;
END $$;

-- Posts these plain items, all of which are posted. `p_most` is the most that a person posts on one account in a day, for each type; null
-- where the items are counted already, or never. Where one of them is refused after all, or not posted alone, it raises CX001, of which
-- nobody is told: who asks for it undoes everything, and posts them as what becomes of each (write-plain.sql).
CREATE OR REPLACE FUNCTION write_together(who identity, p_channel text, p_items posting_item[], p_plain int[], p_lines posting_line[],
  p_places int[], p_made origin, p_today date, p_most jsonb) RETURNS SETOF posting_outcome LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  numbers int[] := p_places;
  sums record;
  heads posting_receipt[];
  stood record;
  legs jsonb[];
BEGIN
  IF p_plain = '{}' THEN RETURN; END IF;
  IF cardinality(p_plain) < cardinality(p_items) THEN
    SELECT array_agg(p_lines[k] ORDER BY k), array_agg(p_places[k] ORDER BY k), array_agg(array_position(p_plain, p_places[k]) ORDER BY k)
      INTO p_lines, p_places, numbers FROM generate_subscripts(p_lines, 1) AS k WHERE p_places[k] = ANY (p_plain);
  END IF;
  sums := reckon_lines(p_lines, numbers);
  heads := insert_transactions(who, p_channel, p_items, p_made, p_today, p_plain, sums.debited, sums.credited, sums.totals);
  IF count_on_accounts(p_items, p_plain, p_lines, p_places, p_today, p_most) THEN
    stood := move_together(sums.touched, sums.effects, sums.drawns, sums.numbers);
    IF barred_accounts(who, p_channel, sums.touched) IS NULL THEN
      legs := insert_entries(p_today, p_lines, heads, numbers, sums.ranks, sums.effects_so_far, sums.drawns_so_far, sums.numbers_so_far,
        stood.ledgers, stood.availables, stood.counts);
    END IF;
  END IF;
  IF legs IS NULL THEN RAISE SQLSTATE 'CX001'; END IF;
  IF p_channel = 'COUNTER' THEN PERFORM watch_items(heads, numbers, p_lines, p_today); END IF;
  RETURN QUERY SELECT (p_items[made.place]).key, NULL::text, NULL::jsonb, ROW(made.id, made.reference, made.transaction_type, made.status,
      made.description, made.business_date, made.amount, made.currency, made.posted_at, made.posted_by, made.branch_name, made.shown,
      made.value_date, made.actor, made.cause_type, made.cause, made.reversal, NULL, NULL)::posting_receipt
    FROM unnest(p_plain, legs, heads) AS made (place, shown, id, reference, transaction_type, status, description, business_date, amount,
      currency, posted_at, posted_by, branch_name, legs, value_date, actor, cause_type, cause, reversal, presenter, signers);
END $$;
