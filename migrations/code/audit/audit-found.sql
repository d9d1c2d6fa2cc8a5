-- Which rows of the audit log are looked for, by the shortest way to them. All of it is text with the placeholders of audit_found():
-- $1 who asks, $2 a person, $3 an action, $4 a kind of record, $5 a record, $6 and $7 the keys that bound the days, $8 the row after which
-- the page begins, $9 how many are wanted, $10 how many rows are looked at, $11 the row where that ends, $12 the newest row.

-- What an index finds, each by itself: the first finds the fewest as a rule. Postings are most of the log and in no index of actions or
-- kinds (migrations/0065-rare-rows.sql), whose conditions are written out here for the planner.
CREATE OR REPLACE FUNCTION audit_keys(p_user uuid, p_action text, p_type text, p_record uuid) RETURNS text[] LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_remove(ARRAY[CASE WHEN p_record IS NOT NULL THEN 'a.resource_id = $5' END,
    CASE WHEN p_action <> 'POSTED' THEN format('a.action = %L AND a.action <> ''POSTED''', p_action) END,
    CASE WHEN p_type <> 'transactions' THEN format('a.resource_type = %L AND a.resource_type <> ''transactions''', p_type) END,
    CASE WHEN p_user IS NOT NULL THEN 'a.user_id = $2' END], NULL) $$;

-- Whether a row `a` is of the branch, as is_of_branch() says (read-audit.sql), written out for the rows that most of the log consists of:
-- the call costs a row ten times as much, and is made only where they do not answer.
CREATE OR REPLACE FUNCTION branch_condition() RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT 'CASE WHEN a.action = ''POSTED'' AND a.resource_id IS NULL
    THEN coalesce((SELECT t.branch_id = ($1).branch_id
        OR EXISTS (SELECT FROM users u WHERE u.id = t.created_by AND u.branch_id = ($1).branch_id)
      FROM transactions t WHERE t.id = a.id), is_of_branch(a, ($1).branch_id))
    ELSE EXISTS (SELECT FROM users u WHERE u.id = a.user_id AND u.branch_id = ($1).branch_id) OR is_of_branch(a, ($1).branch_id) END' $$;

-- What is asked of a row `a`; null for nothing. That there are alerts is for compliance alone.
CREATE OR REPLACE FUNCTION audit_conditions(who identity, p_user uuid, p_action text, p_type text, p_record uuid) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_remove(ARRAY[CASE WHEN p_user IS NOT NULL THEN
      '(a.user_id = $2 OR a.action = ''POSTED'' AND a.resource_id IS NULL
        AND EXISTS (SELECT FROM transactions t WHERE t.id = a.id AND t.created_by = $2))' END,
    CASE WHEN p_action IS NOT NULL THEN 'a.action = $3' END, CASE WHEN p_type IS NOT NULL THEN 'a.resource_type = $4' END,
    CASE WHEN p_record IS NOT NULL THEN '(a.resource_id = $5 OR a.id = $5 AND a.action = ''POSTED'' AND a.resource_id IS NULL)' END,
    CASE WHEN NOT reads_every_branch(who) THEN branch_condition() END,
    CASE WHEN who.role <> 'AUDITOR' THEN 'a.resource_type <> ''cash_alerts''' END], NULL) $$;

-- What is read by one of these keys. The row of a posting is its transaction's: to those of a person the newest of the person's
-- transactions lead, p_postings of them, by idx_transactions_maker; where only keys are asked for they are taken for their rows. Of the
-- person's other rows, and of those of a record, the newest p_rows are read.
CREATE OR REPLACE FUNCTION audit_source(p_key text, p_range text, p_action text, p_type text, p_columns text, p_postings text, p_rows text)
RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE
    WHEN p_key = 'a.resource_id = $5' THEN format('((SELECT %1$s FROM audit_logs a WHERE a.resource_id = $5 AND %2$s
        ORDER BY a.id DESC LIMIT %3$s)
      UNION ALL SELECT %1$s FROM audit_logs a WHERE a.id = $5 AND a.action = ''POSTED'' AND a.resource_id IS NULL) AS a WHERE true',
      p_columns, p_range, p_rows)
    WHEN p_key = 'a.user_id = $2' AND coalesce(p_action, 'POSTED') = 'POSTED' AND coalesce(p_type, 'transactions') = 'transactions' THEN
      format('((SELECT %1$s FROM audit_logs a WHERE a.user_id = $2 AND %3$s ORDER BY a.id DESC LIMIT %4$s) UNION ALL '
          || CASE p_columns WHEN 'a.id' THEN 'SELECT t.id FROM (%2$s) AS t' ELSE 'SELECT %1$s FROM (%2$s) AS t JOIN audit_logs a
            ON a.id = t.id WHERE a.action = ''POSTED'' AND a.resource_id IS NULL' END || ') AS a WHERE true', p_columns,
        format('SELECT t.id FROM transactions t WHERE t.created_by = $2 AND %s ORDER BY substring(uuid_send(t.id) FROM 1 FOR 3) DESC,
          t.id DESC LIMIT %s', replace(concat_ws(' AND ', p_range,
            CASE WHEN p_range LIKE '%$6%' THEN 'substring(uuid_send(t.id) FROM 1 FOR 3) >= substring(uuid_send($6) FROM 1 FOR 3)' END,
            CASE WHEN p_range LIKE '%$7%' THEN 'substring(uuid_send(t.id) FROM 1 FOR 3) <= substring(uuid_send($7) FROM 1 FOR 3)' END,
            CASE WHEN p_range LIKE '%$8%' THEN 'substring(uuid_send(t.id) FROM 1 FOR 3) <= substring(uuid_send($8) FROM 1 FOR 3)' END),
          'a.id', 't.id'), p_postings), p_range, p_rows)
    ELSE 'audit_logs a WHERE ' || p_key END $$;

-- At most p_limit rows, newest first. Where the looking ends before, after p_look rows, a row that has its key alone says where. Of the
-- indexes that know something of what is asked, the first one is taken that comes to its end by then; a single condition is its
-- index's alone. What an index finds is spread over the log, where rows in their order are beside each other: a third of them costs as
-- much. The planner expects what is asked to be spread evenly, and with its own price of a page reads a month from its end to the last day
-- of somebody who left: the pages of the last months are in memory.
CREATE OR REPLACE FUNCTION audit_found(who identity, p_user uuid, p_action text, p_type text, p_record uuid, p_from uuid, p_to uuid,
  p_before uuid, p_limit int, p_look int) RETURNS SETOF audit_logs LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET random_page_cost = 1.1 AS $$
DECLARE
  keys text[] := audit_keys(p_user, p_action, p_type, p_record);
  asked text[] := audit_conditions(who, p_user, p_action, p_type, p_record);
  newest uuid := (SELECT a.id FROM audit_logs a ORDER BY a.id DESC LIMIT 1);
  -- The newest row bounds the months that the planner has to think of: there are many ahead.
  range text := concat_ws(' AND ', 'a.id <= $12', CASE WHEN p_from IS NOT NULL THEN 'a.id >= $6' END,
    CASE WHEN p_to IS NOT NULL THEN 'a.id < $7' END, CASE WHEN p_before IS NOT NULL THEN 'a.id < $8' END);
  way text;
  last uuid;
  ended uuid;
  enough int;
BEGIN
  -- Nothing that is asked has an index: rows in their order, of which so many are looked at. Where that ends matters when too few fit.
  IF keys = '{}' AND asked <> '{}' THEN
    RETURN QUERY EXECUTE format('SELECT a.* FROM (SELECT a.* FROM audit_logs a WHERE %s ORDER BY a.id DESC LIMIT $10) AS a
        WHERE %s ORDER BY a.id DESC LIMIT $9', range, array_to_string(asked, ' AND '))
      USING who, p_user, p_action, p_type, p_record, p_from, p_to, p_before, p_limit, p_look, ended, newest;
    GET DIAGNOSTICS enough = ROW_COUNT;
    IF enough < p_limit THEN
      EXECUTE format('SELECT a.id FROM audit_logs a WHERE %s ORDER BY a.id DESC OFFSET $10 - 1 LIMIT 1', range) INTO ended
        USING who, p_user, p_action, p_type, p_record, p_from, p_to, p_before, p_limit, p_look, ended, newest;
    END IF;
  ELSE
    IF cardinality(keys) = cardinality(asked) AND cardinality(asked) <= 1 THEN
      way := coalesce(keys[1], 'true');
    ELSE
      FOREACH way IN ARRAY keys LOOP
        EXECUTE format('SELECT a.id FROM %s AND %s ORDER BY a.id DESC OFFSET $10 - 1 LIMIT 1',
            audit_source(way, range, p_action, p_type, 'a.id', '$10', '$10'), range) INTO last
          USING who, p_user, p_action, p_type, p_record, p_from, p_to, p_before, p_limit, greatest(p_look / 3, 1), ended, newest;
        EXIT WHEN last IS NULL;
        ended := coalesce(ended, last);
      END LOOP;
      IF last IS NULL THEN ended := NULL; ELSE way := keys[1]; END IF;
    END IF;
    range := concat_ws(' AND ', range, CASE WHEN ended IS NOT NULL THEN 'a.id >= $11' END);
    RETURN QUERY EXECUTE format('SELECT a.* FROM %s ORDER BY a.id DESC LIMIT $9', concat_ws(' AND ',
        audit_source(way, range, p_action, p_type, 'a.*', CASE WHEN reads_every_branch(who) THEN '$9' ELSE '$10' END,
          CASE WHEN cardinality(asked) <= 1 THEN '$9' ELSE '$10' END), range, nullif(array_to_string(asked, ' AND '), '')))
      USING who, p_user, p_action, p_type, p_record, p_from, p_to, p_before, p_limit, p_look, ended, newest;
  END IF;
  IF ended IS NOT NULL THEN
    RETURN QUERY SELECT (jsonb_populate_record(NULL::audit_logs, jsonb_build_object('id', ended))).*;
  END IF;
END $$;
