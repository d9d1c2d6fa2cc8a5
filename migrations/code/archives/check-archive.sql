-- Comparing what is sealed with what is there: the rows in the database piece by piece, and files by the program that reads them.

-- Compares pieces that nobody has compared since then, null for now, for so many milliseconds, one at least; what was found is kept with
-- each. Answers since when, how many are compared, of how many, and the days that differ: those that were sealed, and days that no seal
-- knows.
CREATE OR REPLACE FUNCTION check_archive(p_seal uuid, p_since timestamptz, p_most_ms int) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN', 'SUPERVISOR', 'AUDITOR');
  seal archive_seals := require_seal(p_seal);
  since timestamptz := least(coalesce(p_since, clock_timestamp()), clock_timestamp());
  ended timestamptz := clock_timestamp() + least(greatest(p_most_ms, 1), 5000) * interval '1 millisecond';
  piece archive_pieces;
  now_is record;
BEGIN
  IF is_month_removed(seal.id) THEN PERFORM refuse('ARCHIVE_NOT_FOUND'); END IF;
  FOR piece IN SELECT p.* FROM archive_pieces p LEFT JOIN archive_checks k ON k.piece_id = p.id
      WHERE p.kind = seal.kind AND p.period = seal.period AND (k.checked_at < since) IS NOT FALSE ORDER BY p.day, p.branch_id LOOP
    now_is := piece_now(piece);
    INSERT INTO archive_checks AS k (piece_id, rows, good, checked_at)
      VALUES (piece.id, now_is.rows, now_is.hash = piece.hash, clock_timestamp())
      ON CONFLICT (piece_id) DO UPDATE SET rows = excluded.rows, good = excluded.good, checked_at = excluded.checked_at;
    EXIT WHEN clock_timestamp() > ended;
  END LOOP;
  RETURN (SELECT jsonb_build_object('since', since, 'done', count(*) FILTER (WHERE k.checked_at >= since), 'of', count(*),
      'differing', coalesce(jsonb_agg(jsonb_build_object('day', p.day, 'branch', b.name, 'sealed', p.rows, 'found', k.rows)
        ORDER BY p.day, b.name) FILTER (WHERE NOT k.good AND k.checked_at >= since), '[]') || extra_days(seal))
    FROM archive_pieces p LEFT JOIN archive_checks k ON k.piece_id = p.id LEFT JOIN branches b ON b.id = p.branch_id
    WHERE p.kind = seal.kind AND p.period = seal.period);
END $$;

-- Days of a sealed year on which something is recorded and nothing was when it was sealed.
CREATE OR REPLACE FUNCTION extra_days(seal archive_seals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'branch', b.name, 'sealed', 0, 'found', p.rows) ORDER BY d.day, b.name), '[]')
  FROM unsealed_days(seal.period) AS d JOIN branches b ON b.id = d.branch_id CROSS JOIN LATERAL ledger_piece(d.branch_id, d.day) AS p
  WHERE seal.kind = 'LEDGER' $$;

-- What the check of the books says of a day that is sealed: how many postings the seal has, and how many there are.
CREATE OR REPLACE FUNCTION faults_of_seal(p_branch uuid, p_date date) RETURNS TABLE (fault text, subject text, currency text,
  expected numeric, found numeric, on_date date, reference text) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT 'SEAL_DIFFERS', b.name::text, NULL, coalesce(p.rows, 0)::numeric, now_is.rows::numeric, p_date, NULL
  FROM archive_seals s JOIN branches b ON b.id = p_branch CROSS JOIN LATERAL ledger_piece(p_branch, p_date) AS now_is
    LEFT JOIN archive_pieces p ON (p.kind, p.period, p.day, p.branch_id) = (s.kind, s.period, p_date, p_branch)
  WHERE s.kind = 'LEDGER' AND s.period = date_trunc('year', p_date::timestamp)::date AND p.hash IS DISTINCT FROM now_is.hash $$;

-- Sealed days of which nothing is there any more.
CREATE OR REPLACE FUNCTION faults_of_lost_days() RETURNS TABLE (fault text, subject text, currency text, expected numeric, found numeric,
  on_date date, reference text) LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT 'SEAL_DIFFERS', b.name::text, NULL, p.rows::numeric, 0::numeric, p.day, NULL
  FROM archive_seals s JOIN archive_pieces p ON p.kind = s.kind AND p.period = s.period JOIN branches b ON b.id = p.branch_id
  WHERE s.kind = 'LEDGER' AND p.rows > 0
    AND NOT EXISTS (SELECT FROM transactions t WHERE t.branch_id = p.branch_id AND t.business_date = p.day) $$;

-- What a person's program did with a file: wrote it, or compared it with the digest. The database cannot see files.
CREATE OR REPLACE FUNCTION note_archive_file(p_seal uuid, p_what text, p_file_hash bytea, p_bytes bigint, p_folder text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN', 'SUPERVISOR', 'AUDITOR');
  seal archive_seals := require_seal(p_seal);
BEGIN
  IF p_what NOT IN ('EXPORTED', 'FILE_GOOD', 'FILE_BAD') OR num_nulls(p_what, p_folder) > 0 THEN PERFORM refuse('VALIDATION'); END IF;
  IF p_what = 'EXPORTED' AND who.role = 'ADMIN' THEN PERFORM refuse('FORBIDDEN'); END IF;
  INSERT INTO archive_events (seal_id, what, file_hash, bytes, folder, user_id)
    VALUES (seal.id, p_what, p_file_hash, p_bytes, p_folder, who.user_id);
END $$;
