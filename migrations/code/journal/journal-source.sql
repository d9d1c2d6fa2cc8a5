-- How the postings that are looked for are found: through which index, and what is asked of each row that it leads to. All of it is text
-- with the placeholders of journal_found(): $1 who asks, $2 what for, $3 the posting after which the page begins, $4 how many are wanted,
-- $5 accounts, $6 people, $7 how many rows are looked at, $8 the posting where that ends. Types, states and actors are
-- written out: the planner compares them with the conditions of the indexes before it knows any value.

-- What is asked for that is so rare that it has an index (migrations/0065-rare-rows.sql).
CREATE OR REPLACE FUNCTION journal_rarity(p_find jsonb) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_find ->> 'status' <> 'COMPLETED' THEN 'status'
    WHEN p_find ->> 'type' NOT IN ('DEPOSIT', 'WITHDRAWAL', 'TRANSFER') THEN 'type'
    WHEN p_find ->> 'actor' <> 'PERSON' THEN 'actor' END $$;

-- What an index narrows: business dates, and the rarity.
CREATE OR REPLACE FUNCTION journal_range(p_find jsonb) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT concat_ws(' AND ', 'true',
    CASE WHEN p_find ->> 'from' IS NOT NULL THEN 't.business_date >= ($2 ->> ''from'')::date' END,
    CASE WHEN p_find ->> 'to' IS NOT NULL THEN 't.business_date <= ($2 ->> ''to'')::date' END,
    CASE journal_rarity(p_find) WHEN 'status' THEN 't.status <> ''COMPLETED'''
      WHEN 'type' THEN format('t.transaction_type = %L::transaction_type', p_find ->> 'type')
      WHEN 'actor' THEN format('t.actor = %L::actor_kind', p_find ->> 'actor') END) $$;

-- What is asked of each row besides; null for nothing.
CREATE OR REPLACE FUNCTION journal_conditions(p_find jsonb) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT nullif(concat_ws(' AND ',
    CASE WHEN p_find ->> 'status' IS NOT NULL THEN format('t.status = %L::transaction_status', p_find ->> 'status') END,
    CASE WHEN p_find ->> 'type' IS NOT NULL AND journal_rarity(p_find) IS DISTINCT FROM 'type' THEN
      format('t.transaction_type = %L::transaction_type', p_find ->> 'type') END,
    CASE WHEN p_find ->> 'actor' IS NOT NULL AND journal_rarity(p_find) IS DISTINCT FROM 'actor' THEN
      format('t.actor = %L::actor_kind', p_find ->> 'actor') END,
    CASE WHEN p_find ->> 'least' IS NOT NULL THEN 't.amount >= ($2 ->> ''least'')::numeric' END,
    CASE WHEN p_find ->> 'most' IS NOT NULL THEN 't.amount <= ($2 ->> ''most'')::numeric' END,
    CASE WHEN p_find ->> 'tillSessionId' IS NOT NULL THEN 't.created_at >= (SELECT opened_at FROM till_sessions
      WHERE id = ($2 ->> ''tillSessionId'')::uuid) AND t.created_at <= coalesce((SELECT closed_at FROM till_sessions
      WHERE id = ($2 ->> ''tillSessionId'')::uuid), ''infinity'')' END), '') $$;

-- Which postings the caller may see, where they are not read by branch or by person; null for all. It is written so that no index answers
-- it, because none is as short as the one of an account or of what is rare.
CREATE OR REPLACE FUNCTION journal_sight(who identity, p_find jsonb) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT nullif(concat_ws(' AND ', CASE WHEN NOT reads_every_branch(who) THEN 't.branch_id IS NOT DISTINCT FROM ($1).branch_id' END,
    CASE WHEN who.role = 'TELLER' AND p_find ->> 'tillSessionId' IS NULL THEN
      '(t.created_by = ($1).user_id OR t.cause_type = ''TILL_SESSION''
        AND EXISTS (SELECT FROM till_sessions own WHERE own.id = t.cause_id AND own.user_id = ($1).user_id))' END), '') $$;

-- Of one account, in the order of its entries, which are numbered without gaps. Those of a till's session lie between its moments, with an
-- hour for a clock that was set.
CREATE OR REPLACE FUNCTION journal_of_account(p_find jsonb, p_asked text, OUT finds text, OUT ends text) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT format('SELECT s.id, row_number() OVER (ORDER BY s.sequence DESC), s.currency, s.amount FROM (
      SELECT e.id, e.currency, e.amount, max(e.sequence) AS sequence FROM (
        SELECT t.id, t.currency::text, t.amount, l.sequence FROM (SELECT * FROM entries l WHERE l.account_id = $5[1]
          AND l.sequence > %1$s AND l.sequence < %2$s %4$s ORDER BY l.sequence DESC%5$s) AS l JOIN transactions t ON t.id = l.transaction_id
          WHERE %3$s ORDER BY l.sequence DESC LIMIT 2 * $4) AS e
      GROUP BY e.id, e.currency, e.amount) AS s ORDER BY s.sequence DESC LIMIT $4', low, high, coalesce(p_asked, 'true'),
      CASE WHEN p_asked IS NOT NULL THEN format('AND l.sequence >= %s - $7', high) END, CASE WHEN p_asked IS NOT NULL THEN ' LIMIT $7' END),
    CASE WHEN p_asked IS NOT NULL THEN format('SELECT l.transaction_id FROM entries l WHERE l.account_id = $5[1] AND l.sequence > %s
      AND l.sequence = %s - $7', low, high) END
  FROM (SELECT CASE WHEN p_find ->> 'tillSessionId' IS NOT NULL THEN 'entries_before($5[1], (SELECT opened_at FROM till_sessions
      WHERE id = ($2 ->> ''tillSessionId'')::uuid) - interval ''1 hour'')' ELSE '0' END AS low,
    format('least((SELECT min(c.sequence) FROM entries c WHERE c.transaction_id = $3 AND c.account_id = $5[1]), 1 + %s)',
      CASE WHEN p_find ->> 'tillSessionId' IS NOT NULL THEN 'entries_before($5[1], (SELECT coalesce(closed_at, ''infinity'')
        FROM till_sessions WHERE id = ($2 ->> ''tillSessionId'')::uuid) + interval ''1 hour'')'
      ELSE '(SELECT entry_count FROM balances WHERE account_id = $5[1])' END) AS high) AS p $$;

-- By business date, the newest first: of each of the sources `s` (branches or a person), and of what is found beside them. What is asked of
-- the rows comes after the limit, so that no guess of the planner about it leads to a read of everything. Where p_first is a column
-- that an index begins with, it is in the order too: under row security the planner does not see that it has one value.
CREATE OR REPLACE FUNCTION journal_by_date(p_source text, p_key text, p_range text, p_asked text, p_page text, p_beside text,
  p_first text, OUT finds text, OUT ends text) LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT format('SELECT p.id, row_number() OVER (ORDER BY p.business_date DESC, p.id DESC), p.currency, p.amount FROM (
      SELECT o.* FROM %1$s, LATERAL (SELECT t.id, t.business_date, t.currency::text, t.amount FROM (SELECT * FROM transactions t
          WHERE %2$s AND %3$s AND %4$s ORDER BY %5$s t.business_date DESC, t.id DESC LIMIT %6$s) AS t
        WHERE %7$s ORDER BY %5$s t.business_date DESC, t.id DESC LIMIT $4) AS o%8$s) AS p ORDER BY 2 LIMIT $4',
      p_source, p_key, p_range, p_page, p_first, CASE WHEN p_asked IS NULL THEN '$4' ELSE '$7' END, rest,
      replace(p_beside, '{asked}', concat_ws(' AND ', p_range, rest, p_page))),
    CASE WHEN p_asked IS NOT NULL THEN format('SELECT q.id FROM %s, LATERAL (SELECT t.id, t.business_date FROM transactions t
      WHERE %s AND %s AND %s ORDER BY %s t.business_date DESC, t.id DESC OFFSET $7 - 1 LIMIT 1) AS q
      ORDER BY q.business_date DESC, q.id DESC LIMIT 1', p_source, p_key, p_range, p_page, p_first) END
  FROM (SELECT CASE WHEN p_asked IS NULL THEN 'true' ELSE concat_ws(' AND ', p_asked,
    '($8 IS NULL OR (t.business_date, t.id) >= ((SELECT e.business_date FROM transactions e WHERE e.id = $8), $8))') END) AS r (rest) $$;
