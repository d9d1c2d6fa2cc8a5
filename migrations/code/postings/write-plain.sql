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
      PERFORM uncount_posting(who, p_channel, p_items[place].transaction_type, p_lines[first : k - 1], p_items[place].currency);
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
