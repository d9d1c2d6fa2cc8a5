-- A change of the chart of accounts: the whole chart as it is to be, proposed by one person and agreed by another.

-- The codes of a proposed chart as rows.
CREATE OR REPLACE FUNCTION chart_rows(p_chart jsonb) RETURNS TABLE (code text, name text, parent text, class text, normal_side text,
  sets jsonb) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT c ->> 'code', c ->> 'name', c ->> 'parent', c ->> 'class', c ->> 'normalSide', coalesce(c -> 'sets', '[]')
  FROM jsonb_array_elements(p_chart) AS c $$;

-- The chart that is in force, in the same form.
CREATE OR REPLACE FUNCTION chart_now() RETURNS TABLE (code text, name text, parent text, class text, normal_side text, sets jsonb)
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT g.code::text, g.name::text, above.code::text, g.class::text, g.normal_side::text,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('accountType', s.account_type, 'currency', s.currency, 'product', p.name)
      ORDER BY s.account_type::text, s.currency NULLS FIRST, p.name NULLS FIRST), '[]')
      FROM gl_sets s LEFT JOIN products p ON p.id = s.product_id WHERE s.gl_account_id = g.id)
  FROM gl_accounts g LEFT JOIN gl_accounts above ON above.id = g.parent_id $$;

-- The account sets of a proposed chart; null where a kind, currency or product is none.
CREATE OR REPLACE FUNCTION chart_sets(p_chart jsonb) RETURNS TABLE (code text, account_type account_type, currency text, product_id uuid,
  is_known boolean) LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT c.code, kind.account_type, cur.code::text, p.id, kind.account_type IS NOT NULL
      AND (s ->> 'currency' IS NULL OR cur.code IS NOT NULL) AND (s ->> 'product' IS NULL OR p.account_type = kind.account_type)
      AND num_nonnulls(s ->> 'currency', s ->> 'product') < 2
  FROM chart_rows(p_chart) AS c CROSS JOIN LATERAL jsonb_array_elements(c.sets) AS s
    LEFT JOIN account_kinds kind ON kind.account_type::text = s ->> 'accountType'
    LEFT JOIN currencies cur ON cur.code = s ->> 'currency' LEFT JOIN products p ON p.name = s ->> 'product' $$;

-- Refuses a chart with a code twice, a code beneath none or beneath itself, a class other than that of the code above, a set of something
-- that is not there or twice, or a kind of account that stands nowhere. The application says of each line what is wrong with it.
CREATE OR REPLACE FUNCTION check_chart(p_chart jsonb) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  codes int := (SELECT count(*) FROM chart_rows(p_chart));
  reached int;
BEGIN
  WITH RECURSIVE tree AS (
    SELECT c.code, c.class FROM chart_rows(p_chart) AS c WHERE c.parent IS NULL
    UNION
    SELECT c.code, c.class FROM tree JOIN chart_rows(p_chart) AS c ON c.parent = tree.code AND c.class = tree.class)
  SELECT count(*) INTO reached FROM tree;
  IF codes = 0 OR codes <> reached OR codes <> (SELECT count(DISTINCT c.code) FROM chart_rows(p_chart) AS c)
      OR EXISTS (SELECT FROM chart_rows(p_chart) AS c WHERE coalesce(c.code, '') !~ '^[0-9A-Z][0-9A-Z.-]{0,19}$'
        OR length(clean_name(coalesce(c.name, ''))) NOT BETWEEN 1 AND 100 OR coalesce(c.normal_side, '') NOT IN ('DEBIT', 'CREDIT')
        OR coalesce(c.class, '') NOT IN ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'))
      OR EXISTS (SELECT FROM chart_sets(p_chart) AS s WHERE NOT s.is_known)
      OR EXISTS (SELECT FROM chart_sets(p_chart) AS s GROUP BY s.account_type, s.currency, s.product_id HAVING count(*) > 1)
      OR EXISTS (SELECT FROM account_kinds k WHERE NOT EXISTS (SELECT FROM chart_sets(p_chart) AS s
        WHERE s.account_type = k.account_type AND s.currency IS NULL AND s.product_id IS NULL)) THEN
    PERFORM refuse('CHART_FAULTY');
  END IF;
END $$;

CREATE OR REPLACE FUNCTION propose_chart(p_key uuid, p_chart jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('SUPERVISOR');
BEGIN
  PERFORM check_chart(p_chart);
  PERFORM propose(who, p_key, 'CHART', 'branches', who.branch_id, jsonb_build_object('chart', p_chart));
END $$;

-- What the second person is shown: the codes that come, go and change against the chart in force now.
CREATE OR REPLACE FUNCTION show_chart(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH line AS (
    SELECT coalesce(n.code, o.code) AS code, coalesce(n.name, o.name) AS name,
      CASE WHEN o.code IS NULL THEN 'codesAdded' WHEN n.code IS NULL THEN 'codesRemoved' ELSE 'codesChanged' END AS fact
    FROM chart_rows(proposal.payload -> 'chart') AS n FULL JOIN chart_now() AS o ON o.code = n.code
    WHERE (n.code, n.name, n.parent, n.class, n.normal_side) IS DISTINCT FROM (o.code, o.name, o.parent, o.class, o.normal_side)
      OR (SELECT jsonb_agg(s ORDER BY s::text) FROM jsonb_array_elements(n.sets) AS s)
        IS DISTINCT FROM (SELECT jsonb_agg(s ORDER BY s::text) FROM jsonb_array_elements(o.sets) AS s))
  SELECT jsonb_object_agg(fact, words) FROM (
    SELECT fact, string_agg(code || ' ' || name, '; ' ORDER BY code) AS words FROM line GROUP BY fact) AS facts $$;

-- Brings the chart into that form. What stays keeps its row, so that the audit log has what changed and no more.
CREATE OR REPLACE FUNCTION perform_chart(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE chart jsonb := proposal.payload -> 'chart';
BEGIN
  PERFORM check_chart(chart);
  INSERT INTO gl_accounts (code, name, class, normal_side)
    SELECT c.code, clean_name(c.name), c.class, c.normal_side::entry_side FROM chart_rows(chart) AS c
    WHERE NOT EXISTS (SELECT FROM gl_accounts g WHERE g.code = c.code);
  UPDATE gl_accounts g SET name = clean_name(c.name), class = c.class, normal_side = c.normal_side::entry_side,
      parent_id = (SELECT above.id FROM gl_accounts above WHERE above.code = c.parent)
    FROM chart_rows(chart) AS c WHERE c.code = g.code AND (g.name, g.class, g.normal_side::text, g.parent_id) IS DISTINCT FROM
      (clean_name(c.name), c.class, c.normal_side, (SELECT above.id FROM gl_accounts above WHERE above.code = c.parent));
  DELETE FROM gl_sets s WHERE NOT EXISTS (SELECT FROM chart_sets(chart) AS c
    WHERE (c.account_type, c.currency, c.product_id) IS NOT DISTINCT FROM (s.account_type, s.currency, s.product_id));
  UPDATE gl_sets s SET gl_account_id = g.id FROM chart_sets(chart) AS c JOIN gl_accounts g ON g.code = c.code
    WHERE (c.account_type, c.currency, c.product_id) IS NOT DISTINCT FROM (s.account_type, s.currency, s.product_id)
      AND s.gl_account_id <> g.id;
  INSERT INTO gl_sets (gl_account_id, account_type, currency, product_id)
    SELECT g.id, c.account_type, c.currency, c.product_id FROM chart_sets(chart) AS c JOIN gl_accounts g ON g.code = c.code
    WHERE NOT EXISTS (SELECT FROM gl_sets s
      WHERE (c.account_type, c.currency, c.product_id) IS NOT DISTINCT FROM (s.account_type, s.currency, s.product_id));
  DELETE FROM gl_accounts g WHERE NOT EXISTS (SELECT FROM chart_rows(chart) AS c WHERE c.code = g.code);
  RETURN '{}';
END $$;

-- What a set may name: the kinds of accounts, and the products by their names.
CREATE OR REPLACE FUNCTION chart_names() RETURNS TABLE (kinds text[], products text[]) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_identity('SUPERVISOR', 'AUDITOR');
  RETURN QUERY SELECT ARRAY(SELECT k.account_type::text FROM account_kinds k ORDER BY 1),
    ARRAY(SELECT p.name || '=' || p.account_type FROM products p ORDER BY 1);
END $$;
