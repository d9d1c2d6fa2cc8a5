-- The set-based sibling of write_posting(): hundreds of postings in one call, each posted or refused by itself, as if they had come one
-- after the other. Whatever is not plain (plain-items.sql) is given to write_posting(), which knows the refusal; the plain ones are written
-- together where all of them are posted (write-together.sql), and otherwise found out about and written under their locks.

-- Not granted to anybody. `p_made` says for whom; where it names no cause, each posting follows from its own key.
CREATE OR REPLACE FUNCTION write_items(who identity, p_channel text, p_items posting_item[], p_made origin) RETURNS SETOF posting_outcome
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  known record := lines_of_items(who, p_channel, p_items, p_made.actor);
  keys uuid[] := keys_of_items(p_items);
  plain int[];
  charged int[];
  most jsonb;
  all_posted boolean := false;
  today date;
  place int;
BEGIN
  PERFORM hold_branch_day(who.branch_id);
  SELECT business_date INTO today FROM business_days WHERE branch_id = who.branch_id AND closed_at IS NULL;
  plain := CASE WHEN today IS NOT NULL
    THEN plain_items(who, p_channel, p_made.user_id, p_items, known.lines, known.places, known.sound) ELSE '{}' END;
  IF cardinality(plain) < cardinality(p_items) THEN
    PERFORM lock_with_resting(who, p_channel, p_items, plain, known.lines, known.places, today);
  END IF;
  -- Before anything else of the plain ones is locked: what is refused locks nothing, and what was posted before is only read.
  FOR place IN 1 .. coalesce(cardinality(p_items), 0) LOOP
    CONTINUE WHEN place = ANY (plain) OR array_position(keys, keys[place]) < place;
    RETURN NEXT outcome_of(who, p_channel, p_items[place], p_made);
  END LOOP;
  charged := charged_items(p_channel, plain, known.lines, known.places);
  IF charged = '{}' THEN
    BEGIN
      IF p_channel = 'COUNTER' THEN
        most := count_by_person(who, p_items, plain, known.lines, known.places, today);
        IF most IS NULL THEN RAISE SQLSTATE 'CX001'; END IF;
      END IF;
      RETURN QUERY SELECT * FROM write_together(who, p_channel, p_items, plain, known.lines, known.places, p_made, today, most);
      all_posted := true;
    EXCEPTION WHEN SQLSTATE 'CX001' OR numeric_value_out_of_range THEN
      -- Undone: what becomes of each is found out.
    END;
  END IF;
  IF p_channel = 'COUNTER' AND NOT all_posted THEN
    RETURN QUERY SELECT * FROM write_in_turn(who, p_channel, p_items, plain, charged, known.lines, known.places, p_made, today);
  ELSIF NOT all_posted THEN
    RETURN QUERY SELECT * FROM write_plain(who, p_channel, p_items, plain, known.lines, known.places, p_made, today);
  END IF;
  -- Whose key another item has named before finds that one done.
  FOR place IN 1 .. coalesce(cardinality(p_items), 0) LOOP
    CONTINUE WHEN array_position(keys, keys[place]) = place;
    RETURN NEXT outcome_of(who, p_channel, p_items[place], p_made);
  END LOOP;
END $$;

-- Plain items of the counter that cannot be counted together: those with a fee one by one in their turn, the others between them together.
CREATE OR REPLACE FUNCTION write_in_turn(who identity, p_channel text, p_items posting_item[], p_plain int[], p_charged int[],
  p_lines posting_line[], p_places int[], p_made origin, p_today date) RETURNS SETOF posting_outcome LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  run int[] := '{}';
  place int;
BEGIN
  PERFORM lock_sums(who, p_items, p_plain, p_lines, p_places, p_today);
  IF p_charged <> '{}' THEN PERFORM lock_items(who, p_plain, p_lines, p_places); END IF;
  FOREACH place IN ARRAY p_plain LOOP
    IF place = ANY (p_charged) THEN
      RETURN QUERY SELECT * FROM write_run(who, p_channel, p_items, run, p_lines, p_places, p_made, p_today);
      RETURN NEXT outcome_of(who, p_channel, p_items[place], p_made);
      run := '{}';
    ELSE
      run := run || place;
    END IF;
  END LOOP;
  RETURN QUERY SELECT * FROM write_run(who, p_channel, p_items, run, p_lines, p_places, p_made, p_today);
END $$;

-- Plain items that follow each other: together where a person may post all of them alone. Otherwise one by one, because what one is refused
-- or waits for changes what may be posted after it.
CREATE OR REPLACE FUNCTION write_run(who identity, p_channel text, p_items posting_item[], p_run int[], p_lines posting_line[],
  p_places int[], p_made origin, p_today date) RETURNS SETOF posting_outcome LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  above int[];
  place int;
BEGIN
  above := items_above_limit(who, p_items, p_run, p_lines, p_places, p_today);
  IF above = '{}' THEN
    RETURN QUERY SELECT * FROM write_plain(who, p_channel, p_items, p_run, p_lines, p_places, p_made, p_today);
    RETURN;
  END IF;
  PERFORM uncount_items(who, p_channel, p_items, ARRAY(SELECT n FROM unnest(p_run) AS n WHERE NOT n = ANY (above)), p_lines, p_places);
  PERFORM lock_items(who, p_run, p_lines, p_places);
  FOREACH place IN ARRAY p_run LOOP
    RETURN NEXT outcome_of(who, p_channel, p_items[place], p_made);
  END LOOP;
END $$;
