-- Tills of a day against their float and what moved: what is in a till follows from what its holders were given and what they posted, and
-- what each closing found and gave back has to be in the entries. Each till is followed by its own entries of the day, first to last.

-- What the keys of a day's till sessions were made into: the float, what a count differed by, what was given back. Earlier releases took
-- the difference from the key of the closing, and the float from that of the opening.
CREATE OR REPLACE FUNCTION till_keys(p_branch uuid, p_date date) RETURNS TABLE (till_id uuid, part text, key uuid) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT s.till_id, k.part, k.key
  FROM till_sessions s JOIN business_days d ON d.id = s.business_day_id
    CROSS JOIN LATERAL (VALUES ('FLOAT', derived_key(derived_id(s.open_key, 'float'), 'cash')), ('FLOAT', derived_key(s.open_key, 'float')),
      ('DIFFERENCE', derived_key(s.id, 'difference')), ('DIFFERENCE', derived_key(s.close_key, 'short')),
      ('DIFFERENCE', derived_key(s.close_key, 'over')), ('RETURN', derived_key(s.close_key, 'return'))) AS k (part, key)
  WHERE d.branch_id = p_branch AND d.business_date = p_date $$;

-- The entries of a day on tills, signed by what they put in, and what each is to its session. Of each account of a till the first and the
-- last entry of the day are told.
CREATE OR REPLACE FUNCTION till_moves(p_branch uuid, p_date date, p_accounts uuid[], p_first bigint[], p_last bigint[]) RETURNS TABLE
  (till_id uuid, sequence bigint, reference text, put_in numeric, part text) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH known AS MATERIALIZED (SELECT * FROM till_keys(p_branch, p_date))
  SELECT a.till_id, e.sequence, t.transaction_id::text, CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END, known.part
  -- Entry by entry: joined as a whole, the tables of all entries and all transactions would be read.
  FROM unnest(p_accounts, p_first, p_last) AS touched (id, first, last)
    CROSS JOIN LATERAL (SELECT * FROM accounts WHERE id = touched.id OFFSET 0) AS a
    CROSS JOIN LATERAL (SELECT * FROM entries
      WHERE account_id = touched.id AND sequence BETWEEN touched.first AND touched.last OFFSET 0) AS e
    CROSS JOIN LATERAL (SELECT * FROM transactions WHERE id = e.transaction_id OFFSET 0) AS t
    LEFT JOIN known ON known.key = t.idempotency_key AND known.till_id = a.till_id
  WHERE t.branch_id = p_branch AND t.business_date = p_date $$;

-- A till whose floats, whose counts with their differences, or whose cash given back are not in its entries; and one whose entries leave
-- cash in it when nobody holds it. Names the posting from which it diverges, where one of its entries shows it.
CREATE OR REPLACE FUNCTION faults_of_tills_on(p_branch uuid, p_date date, p_accounts uuid[], p_first bigint[], p_last bigint[])
RETURNS TABLE (fault text, subject text, currency text, expected numeric, found numeric, on_date date, reference text) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH move AS MATERIALIZED (SELECT * FROM till_moves(p_branch, p_date, p_accounts, p_first, p_last)),
  posted AS (
    SELECT till_id, coalesce(sum(put_in) FILTER (WHERE part = 'FLOAT'), 0) AS floats,
      coalesce(sum(put_in) FILTER (WHERE part = 'DIFFERENCE'), 0) AS differences,
      coalesce(-sum(put_in) FILTER (WHERE part = 'RETURN'), 0) AS returned, sum(put_in) AS left_in,
      (array_agg(reference ORDER BY sequence) FILTER (WHERE part = 'FLOAT'))[1] AS float_posting,
      (array_agg(reference ORDER BY sequence) FILTER (WHERE part IN ('DIFFERENCE', 'RETURN')))[1] AS closing_posting,
      max(sequence) FILTER (WHERE part = 'RETURN') AS returned_at
    FROM move GROUP BY till_id),
  said AS (
    SELECT s.till_id, sum(s.opening_float) AS floats, coalesce(sum(s.counted - s.expected), 0) AS differences,
      coalesce(sum(s.counted), 0) AS returned, bool_or(s.closed_at IS NULL) AS is_held
    FROM till_sessions s JOIN business_days d ON d.id = s.business_day_id
    WHERE d.branch_id = p_branch AND d.business_date = p_date GROUP BY s.till_id),
  compared AS (
    SELECT t.id, t.name, f.expected, f.found, f.reference
    FROM tills t LEFT JOIN posted p ON p.till_id = t.id LEFT JOIN said ON said.till_id = t.id
      CROSS JOIN LATERAL (VALUES (coalesce(p.floats, 0), coalesce(said.floats, 0), p.float_posting),
        (coalesce(p.differences, 0), coalesce(said.differences, 0), p.closing_posting),
        (coalesce(p.returned, 0), coalesce(said.returned, 0), p.closing_posting),
        (CASE WHEN said.is_held THEN coalesce(p.left_in, 0) ELSE 0 END, coalesce(p.left_in, 0), (SELECT m.reference FROM move m
          WHERE m.till_id = t.id AND m.sequence > coalesce(p.returned_at, 0) ORDER BY m.sequence LIMIT 1)))
        AS f (expected, found, reference)
    WHERE t.branch_id = p_branch)
  SELECT 'TILL_DIFFERS', c.name::text, a.currency::text, c.expected, c.found, p_date, c.reference
  FROM compared c LEFT JOIN accounts a ON a.till_id = c.id WHERE c.expected <> c.found $$;
