-- Which postings of a batch can be written together: the plain ones. Not a leg that is wrong, an account that is frozen, a till that is not
-- held, a rule that is missing, or a key that has been used.

-- The keys of the items, in their order.
CREATE OR REPLACE FUNCTION keys_of_items(p_items posting_item[]) RETURNS uuid[] LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  keys uuid[] := '{}';
  item posting_item;
BEGIN
  FOREACH item IN ARRAY coalesce(p_items, '{}') LOOP
    keys := keys || item.key;
  END LOOP;
  RETURN keys;
END $$;

-- Whether these lines, those of one item, balance, are of different accounts on their two sides, and are allowed by rules, each of which is
-- named by type, debited and credited kind; null asks for none. They are named by their places: a part of an array would be copied.
CREATE OR REPLACE FUNCTION is_plain(p_type transaction_type, p_lines posting_line[], p_first int, p_last int, p_rules text[])
RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  surplus numeric := 0;
  debits numeric := 0;
BEGIN
  IF p_last - p_first + 1 NOT BETWEEN 2 AND 50 THEN RETURN false; END IF;
  FOR n IN p_first .. p_last LOOP
    IF p_lines[n].side = 'CREDIT' THEN
      surplus := surplus - p_lines[n].amount;
      CONTINUE;
    END IF;
    surplus := surplus + p_lines[n].amount;
    debits := debits + p_lines[n].amount;
    FOR m IN p_first .. p_last LOOP
      CONTINUE WHEN p_lines[m].side = 'DEBIT';
      IF p_lines[m].account_id = p_lines[n].account_id THEN RETURN false; END IF;
      IF p_rules IS NOT NULL AND NOT concat_ws(' ', p_type, p_lines[n].account_type, p_lines[m].account_type) = ANY (p_rules) THEN
        RETURN false;
      END IF;
    END LOOP;
  END LOOP;
  RETURN surplus = 0 AND debits < 1e13;
END $$;

-- The rules by which somebody posts, as is_plain takes them.
CREATE OR REPLACE FUNCTION rules_of(who identity, p_channel text) RETURNS text[] LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN CASE WHEN p_channel <> 'JOB' THEN ARRAY(SELECT concat_ws(' ', transaction_type, debit_type, credit_type) FROM posting_rules
    WHERE channel = p_channel AND role = who.role) END;
END $$;

-- The numbers of the items that are plain: of sound lines, with a key that is new and that no item before has named. A job's postings
-- follow no rule of the counter.
CREATE OR REPLACE FUNCTION plain_items(who identity, p_channel text, p_maker uuid, p_items posting_item[], p_lines posting_line[],
  p_places int[], p_sound boolean[]) RETURNS int[] LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  rules text[] := rules_of(who, p_channel);
  keys uuid[] := keys_of_items(p_items);
  taken uuid[] := CASE WHEN p_maker IS NOT NULL THEN settled_keys(p_maker, keys) END
    || ARRAY(SELECT t.idempotency_key FROM unnest(keys) AS asked (key) CROSS JOIN LATERAL (SELECT * FROM transactions t
        WHERE posting_key(t.idempotency_key, t.created_by) = posting_key(asked.key, p_maker) OFFSET 0) AS t
      WHERE t.idempotency_key = asked.key AND t.created_by IS NOT DISTINCT FROM p_maker);
  plain int[] := '{}';
  first int := 1;
  place int;
  all_sound boolean;
BEGIN
  FOR k IN 1 .. coalesce(cardinality(p_lines), 0) LOOP
    place := p_places[k];
    all_sound := CASE WHEN k = first THEN p_sound[k] ELSE all_sound AND p_sound[k] END;
    CONTINUE WHEN p_places[k + 1] = place;
    IF all_sound AND p_items[place].key IS NOT NULL AND NOT p_items[place].key = ANY (taken)
        AND array_position(keys, keys[place]) = place
        AND is_plain(p_items[place].transaction_type, p_lines, first, k, rules) THEN
      plain := plain || place;
    END IF;
    first := k + 1;
  END LOOP;
  RETURN plain;
END $$;
