-- So many new keys in ascending order. One is drawn as uuidv7() draws it, and the others are numbered from it in the place of its last 24
-- random bits: the random bits of each cost more than the row's own index entry.
CREATE OR REPLACE FUNCTION numbered_ids(p_count int) RETURNS uuid[] LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE drawn text := left(uuidv7()::text, 30);
BEGIN
  RETURN ARRAY(SELECT (drawn || right(to_hex(n + 16777216), 6))::uuid FROM generate_series(1, p_count) AS n);
END $$;
