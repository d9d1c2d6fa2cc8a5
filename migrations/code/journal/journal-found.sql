-- The postings that are looked for, by the shortest way to them.

-- By business date: what is so rare that it has an index; of a teller what the teller posted, and the differences of the tills that the
-- teller held; what one person posted; what the branch posted, or every branch.
CREATE OR REPLACE FUNCTION journal_of_people(who identity, p_find jsonb, p_people uuid[], p_asked text, p_after text, OUT finds text,
  OUT ends text) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  range text := journal_range(p_find);
  asked text := nullif(concat_ws(' AND ', p_asked,
    CASE WHEN p_people IS NOT NULL AND (who.role = 'TELLER' OR cardinality(p_people) > 1) THEN 't.created_by = ANY ($6)' END), '');
BEGIN
  IF journal_rarity(p_find) IN ('type', 'actor') THEN
    SELECT * INTO finds, ends FROM journal_by_date('unnest(ARRAY[1]) AS s', 'true', range, nullif(concat_ws(' AND ',
      journal_sight(who, p_find), p_asked, CASE WHEN p_people IS NOT NULL THEN 't.created_by = ANY ($6)' END), ''), p_after, '',
      CASE journal_rarity(p_find) WHEN 'type' THEN 't.transaction_type DESC,' ELSE 't.actor DESC,' END);
  ELSIF who.role = 'TELLER' THEN
    SELECT * INTO finds, ends FROM journal_by_date('unnest(ARRAY[($1).user_id]) AS s (id)', 't.created_by = s.id', range,
      concat_ws(' AND ', 't.branch_id = ($1).branch_id', asked), p_after, ' UNION ALL (SELECT t.id, t.business_date, t.currency::text,
        t.amount FROM till_sessions d CROSS JOIN LATERAL transaction_by_key(NULL, derived_key(d.id, ''difference'')) AS t
        WHERE d.user_id = ($1).user_id AND d.counted <> d.expected AND {asked} ORDER BY t.business_date DESC, t.id DESC LIMIT $4)', '');
  ELSIF cardinality(p_people) = 1 THEN
    SELECT * INTO finds, ends FROM journal_by_date('unnest($6) AS s (id)', 't.created_by = s.id', range,
      nullif(concat_ws(' AND ', journal_sight(who, p_find), asked), ''), p_after, '', '');
  ELSE
    SELECT * INTO finds, ends FROM journal_by_date(CASE WHEN reads_every_branch(who) THEN 'branches s'
      ELSE 'unnest(ARRAY[($1).branch_id]) AS s (id)' END, 't.branch_id = s.id', range, asked, p_after, '', '');
  END IF;
END $$;

-- The statement that finds them, and the one that says where the looking ends; null where nothing is asked of a row but its place.
CREATE OR REPLACE FUNCTION journal_way(who identity, p_find jsonb, p_accounts uuid[], p_people uuid[], p_look int, OUT finds text,
  OUT ends text) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  after CONSTANT text := '($3 IS NULL OR (t.business_date, t.id) < ((SELECT b.business_date FROM transactions b WHERE b.id = $3), $3))';
  of_accounts CONSTANT text := 'EXISTS (SELECT FROM entries e WHERE e.transaction_id = t.id AND e.account_id = ANY ($5))';
  range text := journal_range(p_find);
  asked text := journal_conditions(p_find);
  all_asked text := nullif(concat_ws(' AND ', journal_sight(who, p_find), asked, nullif(range, 'true'),
    CASE WHEN p_people IS NOT NULL THEN 't.created_by = ANY ($6)' END), '');
BEGIN
  IF p_find ->> 'reference' IS NOT NULL THEN
    finds := format('SELECT t.id, 1::bigint, t.currency::text, t.amount FROM transactions t WHERE t.transaction_id = $2 ->> ''reference''
      AND %s', concat_ws(' AND ', after, all_asked, CASE WHEN p_accounts IS NOT NULL THEN of_accounts END));
  ELSIF cardinality(p_accounts) = 1 THEN
    SELECT * INTO finds, ends FROM journal_of_account(p_find, all_asked);
  ELSIF p_accounts IS NULL THEN
    SELECT * INTO finds, ends FROM journal_of_people(who, p_find, p_people, asked, after);
  ELSIF (SELECT sum(entry_count) FROM balances WHERE account_id = ANY (p_accounts)) > p_look THEN
    SELECT * INTO finds, ends FROM journal_of_people(who, p_find, p_people, concat_ws(' AND ', asked, of_accounts), after);
  ELSE
    finds := format('SELECT t.id, row_number() OVER (ORDER BY t.business_date DESC, t.id DESC), t.currency::text, t.amount
      FROM transactions t WHERE t.id = ANY (ARRAY(SELECT e.transaction_id FROM entries e WHERE e.account_id = ANY ($5))) AND %s
      ORDER BY 2 LIMIT $4', concat_ws(' AND ', after, all_asked));
  END IF;
END $$;

-- At most p_limit postings, newest first, after the posting p_before (null begins). Where the looking ends before, after p_look rows, a row
-- without a place has the posting where it ended. Of several branches it has to be known first: what another one has there is found later.
-- An entry costs its posting too, and what one person posted lies apart, so of these fewer are looked at.
CREATE OR REPLACE FUNCTION journal_found(who identity, p_find jsonb, p_account uuid, p_customer uuid, p_before uuid, p_limit int,
  p_look int) RETURNS TABLE (id uuid, place bigint, currency text, amount numeric) LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  accounts_of uuid[] := journal_accounts(p_account, p_customer);
  people uuid[] := journal_people(p_find);
  branches_read int := CASE WHEN reads_every_branch(who) THEN (SELECT count(*) FROM branches) ELSE 1 END;
  look int := greatest(p_look / CASE WHEN accounts_of IS NOT NULL THEN 5 WHEN who.role = 'TELLER' OR cardinality(people) = 1 THEN 2
    ELSE branches_read END, 1);
  way record;
  ended uuid;
  n int;
BEGIN
  IF cardinality(people) = 0 OR cardinality(accounts_of) = 0 THEN RETURN; END IF;
  SELECT * INTO way FROM journal_way(who, p_find, accounts_of, people, look);
  IF way.ends IS NOT NULL AND branches_read > 1 THEN
    EXECUTE format('%s', way.ends) INTO ended USING who, p_find, p_before, p_limit, accounts_of, people, look;
  END IF;
  RETURN QUERY EXECUTE format('%s', way.finds) USING who, p_find, p_before, p_limit, accounts_of, people, look, ended;
  GET DIAGNOSTICS n = ROW_COUNT;
  IF way.ends IS NOT NULL AND branches_read = 1 AND n < p_limit THEN
    EXECUTE format('%s', way.ends) INTO ended USING who, p_find, p_before, p_limit, accounts_of, people, look;
  END IF;
  IF ended IS NOT NULL THEN RETURN QUERY SELECT ended, NULL::bigint, NULL::text, NULL::numeric; END IF;
END $$;
