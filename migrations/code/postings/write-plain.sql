-- Posts or refuses the plain items in their order, each on what those before it have left: finds out under the locks of their balances
-- which are refused, and writes the others together. One on an account that is not active any more, and is posted all the same, comes last.
CREATE OR REPLACE FUNCTION write_plain(who identity, p_channel text, p_items posting_item[], p_plain int[], p_lines posting_line[],
  p_places int[], p_made origin, p_today date) RETURNS SETOF posting_outcome LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  touched uuid[] := ARRAY(SELECT DISTINCT l.account_id FROM unnest(p_places, p_lines) AS l (place, account_id)
    WHERE l.place = ANY (p_plain) ORDER BY 1);
  held record := lock_balances(who, p_channel, touched);
  ledgers numeric[] := held.ledgers;
  availables numeric[] := held.availables;
  posted int[] := '{}';
  later int[] := '{}';
  k int := 1;
  place int;
  first int;
  rank int;
  line posting_line;
  bad posting_line;
  refused posting_outcome;
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
      line.sequence := k; -- it is known what the line comes to
      line.ledger_after := ledgers[rank];
      line.available_after := availables[rank];
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
      END LOOP;
      PERFORM uncount_posting(who, p_channel, p_items[place].transaction_type, p_lines[first : k - 1], p_items[place].currency);
      IF refused.key IS NULL THEN later := later || place; ELSE RETURN NEXT refused; END IF;
    ELSE
      posted := posted || place;
    END IF;
  END LOOP;
  RETURN QUERY SELECT * FROM write_together(who, p_channel, p_items, posted, p_lines, p_places, p_made, p_today, NULL);
  FOREACH place IN ARRAY later LOOP
    RETURN NEXT outcome_of(who, p_channel, p_items[place], p_made);
  END LOOP;
END $$;
