-- The chart of accounts as functions see it: which code a kind of account belongs to, and the names from the top of the chart down to it.

-- The code of accounts of that kind, product and currency: the set of the product goes before one for the currency, and that before
-- the one for all.
CREATE OR REPLACE FUNCTION gl_account_of(p_type account_type, p_product uuid, p_currency text) RETURNS uuid LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT gl_account_id FROM gl_sets WHERE account_type = p_type AND (product_id = p_product OR product_id IS NULL)
      AND (currency = p_currency OR currency IS NULL)
    ORDER BY product_id IS NULL, currency IS NULL LIMIT 1 $$;

-- Every code with its path from the top, as an array of names without the code itself being repeated, and how deep it stands.
CREATE OR REPLACE FUNCTION gl_paths() RETURNS TABLE (id uuid, code text, path text[], codes text[], class text) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH RECURSIVE tree AS (
    SELECT g.id, g.code::text, ARRAY[g.name::text] AS path, ARRAY[g.code::text] AS codes, g.class::text FROM gl_accounts g
      WHERE g.parent_id IS NULL
    UNION ALL
    SELECT g.id, g.code::text, tree.path || g.name::text, tree.codes || g.code::text, g.class::text
      FROM tree JOIN gl_accounts g ON g.parent_id = tree.id)
  SELECT tree.id, tree.code, tree.path, tree.codes, tree.class FROM tree $$;
