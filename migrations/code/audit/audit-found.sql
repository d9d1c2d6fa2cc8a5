-- Which rows of the audit log are looked for, by the shortest way to them. All of it is text with the placeholders of audit_found():
-- $1 who asks, $2 a person, $3 an action, $4 a kind of record, $5 a record, $6 and $7 the keys that bound the days, $8 the row after which
-- the page begins, $9 how many are wanted, $10 how many rows are looked at, $11 the row where that ends.

-- What an index finds, each by itself: the first finds the fewest as a rule. Postings are most of the log and in no index of actions or
-- kinds (migrations/0065-rare-rows.sql), whose conditions are written out here for the planner.
CREATE OR REPLACE FUNCTION audit_keys(p_user uuid, p_action text, p_type text, p_record uuid) RETURNS text[] LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_remove(ARRAY[CASE WHEN p_record IS NOT NULL THEN 'a.resource_id = $5' END,
    CASE WHEN p_action <> 'POSTED' THEN format('a.action = %L AND a.action <> ''POSTED''', p_action) END,
    CASE WHEN p_type <> 'transactions' THEN format('a.resource_type = %L AND a.resource_type <> ''transactions''', p_type) END,
    CASE WHEN p_user IS NOT NULL THEN 'a.user_id = $2' END], NULL) $$;

-- What is asked of a row `a`; null for nothing. That there are alerts is for compliance alone.
CREATE OR REPLACE FUNCTION audit_conditions(who identity, p_user uuid, p_action text, p_type text, p_record uuid) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_remove(ARRAY[CASE WHEN p_user IS NOT NULL THEN 'a.user_id = $2' END,
    CASE WHEN p_action IS NOT NULL THEN 'a.action = $3' END, CASE WHEN p_type IS NOT NULL THEN 'a.resource_type = $4' END,
    CASE WHEN p_record IS NOT NULL THEN 'a.resource_id = $5' END,
    CASE WHEN NOT reads_every_branch(who) THEN 'is_of_branch(a, ($1).branch_id)' END,
    CASE WHEN who.role <> 'AUDITOR' THEN 'a.resource_type <> ''cash_alerts''' END], NULL) $$;

-- At most p_limit rows, newest first. Where the looking ends before, after p_look rows, a row that has its key alone says where. Of the
-- indexes that know something of what is asked, the first one is taken that comes to its end by then; a single condition is its
-- index's alone. What an index finds is spread over the log, where rows in their order are beside each other: a third of them costs as
-- much.
CREATE OR REPLACE FUNCTION audit_found(who identity, p_user uuid, p_action text, p_type text, p_record uuid, p_from uuid, p_to uuid,
  p_before uuid, p_limit int, p_look int) RETURNS SETOF audit_logs LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  keys text[] := audit_keys(p_user, p_action, p_type, p_record);
  asked text[] := audit_conditions(who, p_user, p_action, p_type, p_record);
  range text := concat_ws(' AND ', 'true', CASE WHEN p_from IS NOT NULL THEN 'a.id >= $6' END,
    CASE WHEN p_to IS NOT NULL THEN 'a.id < $7' END, CASE WHEN p_before IS NOT NULL THEN 'a.id < $8' END);
  way text;
  last uuid;
  ended uuid;
BEGIN
  IF cardinality(keys) = cardinality(asked) AND cardinality(asked) <= 1 THEN
    way := coalesce(keys[1], 'true');
  ELSE
    FOREACH way IN ARRAY CASE WHEN keys = '{}' THEN '{true}' ELSE keys END LOOP
      EXECUTE format('SELECT a.id FROM audit_logs a WHERE %s AND %s ORDER BY a.id DESC OFFSET $10 - 1 LIMIT 1', way, range) INTO last
        USING who, p_user, p_action, p_type, p_record, p_from, p_to, p_before, p_limit,
          CASE WHEN keys = '{}' THEN p_look ELSE greatest(p_look / 3, 1) END;
      EXIT WHEN last IS NULL;
      ended := coalesce(ended, last);
    END LOOP;
    IF last IS NULL THEN ended := NULL; ELSE way := coalesce(keys[1], 'true'); END IF;
  END IF;
  RETURN QUERY EXECUTE format('SELECT a.* FROM audit_logs a WHERE %s ORDER BY a.id DESC LIMIT $9', concat_ws(' AND ', way, range,
      nullif(array_to_string(asked, ' AND '), ''), CASE WHEN ended IS NOT NULL THEN 'a.id >= $11' END))
    USING who, p_user, p_action, p_type, p_record, p_from, p_to, p_before, p_limit, p_look, ended;
  IF ended IS NOT NULL THEN
    RETURN QUERY SELECT (jsonb_populate_record(NULL::audit_logs, jsonb_build_object('id', ended))).*;
  END IF;
END $$;
