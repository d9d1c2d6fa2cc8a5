-- Which postings of a batch can be written together: the plain ones. Not a leg that is wrong, an account that is frozen, a till that is not
-- held, a rule that is missing, or a key that has been used.

-- The legs of all items with their accounts, in the order of the items and of their legs. `places` are the items' numbers; `sound` says of
-- each line that its amount is one that the ledger keeps, and its account active, in the currency, of this branch or open to it, and
-- where it is a till the caller's and not counted. OFFSET 0 has each account looked up by its key: a hash of all accounts, of which a plan
-- made while they were few is kept, costs more than the legs of a call.
CREATE OR REPLACE FUNCTION lines_of_items(who identity, p_channel text, p_items posting_item[], p_actor actor_kind,
  OUT lines posting_line[], OUT places int[], OUT sound boolean[])
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  WITH leg AS MATERIALIZED (
    SELECT item.i, l.n, l.account_id, l.account_type, l.side, l.amount, item.currency
    FROM unnest(p_items) WITH ORDINALITY AS item (key, type, legs, currency, description, value_date, i)
      CROSS JOIN LATERAL unnest(item.legs) WITH ORDINALITY AS l (account_id, account_type, side, amount, n)),
  own AS MATERIALIZED (
    SELECT account_type, currency, own_account_if_any(who, account_type, currency) AS id
    FROM (SELECT DISTINCT account_type, currency FROM leg WHERE account_id IS NULL) AS asked),
  named AS (
    SELECT leg.i, leg.n, leg.side, leg.amount, leg.currency, coalesce(leg.account_id, own.id) AS account_id
    FROM leg LEFT JOIN own ON leg.account_id IS NULL AND own.account_type = leg.account_type AND own.currency = leg.currency),
  known AS (
    SELECT named.i, named.n, named.amount > 0 AND named.amount < 1e13 AND named.amount = round(named.amount, money.minor_units)
        AND named.side IS NOT NULL AND a.currency = named.currency AND a.status = 'ACTIVE'
        AND (a.branch_id = who.branch_id OR a.customer_id IS NOT NULL AND may_cross(who, 'ACCOUNT_POST', a.branch_id))
        AND (a.till_id IS NULL OR EXISTS (SELECT FROM till_sessions s WHERE s.till_id = a.till_id AND s.closed_at IS NULL
          AND (s.user_id = who.user_id AND s.count_locked_at IS NULL OR p_channel = 'TILL'))) AS is_sound,
      ROW(named.account_id, named.side, round(named.amount, 2), p_actor, a.account_number, a.account_type, a.currency, a.branch_id,
        a.customer_id, a.till_id, kind.debit_refusal, kind.credit_refusal, coalesce(t.name, a.account_type::text),
        CASE WHEN c.id IS NOT NULL THEN concat_ws(' ', c.first_name, c.last_name) END, e.effect,
        CASE kind.drawn_from WHEN 'LIMIT' THEN -e.effect ELSE e.effect END, NULL, NULL, NULL, p.charges_postings)::corex.posting_line
        AS line
    FROM named LEFT JOIN currencies money ON money.code = named.currency
      LEFT JOIN LATERAL (SELECT * FROM accounts WHERE id = named.account_id OFFSET 0) AS a ON true
      LEFT JOIN account_kinds kind ON kind.account_type = a.account_type
      CROSS JOIN LATERAL (SELECT round(CASE WHEN kind.normal_side = named.side THEN named.amount ELSE -named.amount END, 2) AS effect) AS e
      LEFT JOIN tills t ON t.id = a.till_id LEFT JOIN customers c ON c.id = a.customer_id LEFT JOIN products p ON p.id = a.product_id)
  SELECT array_agg(line ORDER BY i, n), array_agg(i::int ORDER BY i, n), array_agg(coalesce(is_sound, false) ORDER BY i, n)
    INTO lines, places, sound FROM known;
END $$;

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

-- Whether the lines of one item balance, are of different accounts on their two sides, and are allowed by rules, each of which is named by
-- type, debited and credited kind; null asks for none.
CREATE OR REPLACE FUNCTION is_plain(p_type transaction_type, p_lines posting_line[], p_rules text[]) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  surplus numeric := 0;
  debits numeric := 0;
BEGIN
  IF cardinality(p_lines) NOT BETWEEN 2 AND 50 THEN RETURN false; END IF;
  FOR n IN 1 .. cardinality(p_lines) LOOP
    IF p_lines[n].side = 'CREDIT' THEN
      surplus := surplus - p_lines[n].amount;
      CONTINUE;
    END IF;
    surplus := surplus + p_lines[n].amount;
    debits := debits + p_lines[n].amount;
    FOR m IN 1 .. cardinality(p_lines) LOOP
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
  taken uuid[] := CASE WHEN p_maker IS NOT NULL
      THEN settled_keys(p_maker, keys)
        || ARRAY(SELECT idempotency_key FROM transactions WHERE created_by = p_maker AND idempotency_key = ANY (keys))
      ELSE ARRAY(SELECT idempotency_key FROM transactions WHERE created_by IS NULL AND idempotency_key = ANY (keys)) END;
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
        AND is_plain(p_items[place].transaction_type, p_lines[first : k], rules) THEN
      plain := plain || place;
    END IF;
    first := k + 1;
  END LOOP;
  RETURN plain;
END $$;
