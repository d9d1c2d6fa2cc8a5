-- What is sealed, for whoever looks after it; and its lines, for an export. A sealed year is the bank's: who reads only the own branch is
-- handed one in which no other branch has anything.

CREATE OR REPLACE FUNCTION seal_view(seal archive_seals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', seal.id, 'digest', encode(seal.digest, 'hex'), 'rows', seal.rows, 'pieces', seal.pieces,
    'sealedAt', seal.sealed_at, 'sealedBy', (SELECT full_name FROM users WHERE id = seal.sealed_by),
    'checkedAt', c.checked_at, 'checked', c.checked, 'differing', c.differing, 'exported', event_view(seal.id, '{EXPORTED}'),
    'fileChecked', event_view(seal.id, '{FILE_GOOD,FILE_BAD}'),
    'removed', CASE WHEN is_month_removed(seal.id) THEN event_view(seal.id, '{REMOVED}') END)
  FROM (SELECT min(k.checked_at) FILTER (WHERE k.checked_at IS NOT NULL) AS checked_at, count(k.piece_id) AS checked,
      count(*) FILTER (WHERE NOT k.good) AS differing
    FROM archive_pieces p LEFT JOIN archive_checks k ON k.piece_id = p.id WHERE p.kind = seal.kind AND p.period = seal.period) AS c $$;

-- The newest event of these kinds, or null.
CREATE OR REPLACE FUNCTION event_view(p_seal uuid, p_what text[]) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('what', e.what, 'at', e.at, 'by', u.full_name, 'folder', e.folder, 'bytes', e.bytes,
    'fileHash', encode(e.file_hash, 'hex'))
  FROM archive_events e LEFT JOIN users u ON u.id = e.user_id WHERE e.seal_id = p_seal AND e.what = ANY (p_what)
  ORDER BY e.id DESC LIMIT 1 $$;

-- Every year of the ledger and every month of the audit log that has begun, the newest first: OPEN, OVER and so ready to be sealed,
-- SEALED, or of a month that is out of the log AWAY, or not in the database at all REMOVED; and from when on it has been kept long enough.
CREATE OR REPLACE FUNCTION list_archives() RETURNS SETOF jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  who identity := require_identity('ADMIN', 'SUPERVISOR', 'AUDITOR');
  kept_ledger int := years_kept('LEDGER');
  kept_audit int := years_kept('AUDIT');
BEGIN
  RETURN QUERY SELECT jsonb_build_object('kind', listed.kind, 'period', listed.period, 'until', listed.until, 'state', listed.state,
      'keptUntil', (listed.until + 1
        + coalesce(CASE listed.kind WHEN 'AUDIT' THEN kept_audit ELSE kept_ledger END, 100) * interval '1 year')::date,
      'seal', listed.seal)
    FROM (SELECT 'LEDGER' AS kind, y.year AS period, last_day_of_year(y.year) AS until,
        CASE WHEN is_year_over(y.year) THEN 'OVER' ELSE 'OPEN' END AS state, NULL::jsonb AS seal FROM unsealed_years() AS y
      UNION ALL SELECT 'LEDGER', s.period, last_day_of_year(s.period), 'SEALED', seal_view(s) FROM archive_seals s WHERE s.kind = 'LEDGER'
      UNION ALL SELECT 'AUDIT', m.month, (m.month + interval '1 month')::date - 1, CASE
          WHEN audit_month_place(m.month) = 'corex.audit_logs_archive'::regclass THEN 'AWAY' WHEN s.id IS NOT NULL THEN 'SEALED'
          WHEN is_month_over(m.month) THEN 'OVER' ELSE 'OPEN' END, CASE WHEN s.id IS NOT NULL THEN seal_view(s) END
        FROM audit_months() AS m LEFT JOIN archive_seals s ON s.kind = 'AUDIT' AND s.period = m.month
        WHERE m.month <= clock_timestamp()
      UNION ALL SELECT 'AUDIT', s.period, (s.period + interval '1 month')::date - 1, 'REMOVED', seal_view(s) FROM archive_seals s
        WHERE s.kind = 'AUDIT' AND audit_month_place(s.period) IS NULL) AS listed
    ORDER BY listed.kind DESC, listed.period DESC;
END $$;

CREATE OR REPLACE FUNCTION require_seal(p_seal uuid) RETURNS archive_seals LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE seal archive_seals;
BEGIN
  SELECT * INTO seal FROM archive_seals WHERE id = p_seal;
  IF NOT FOUND THEN PERFORM refuse('ARCHIVE_NOT_FOUND'); END IF;
  RETURN seal;
END $$;

-- Refuses whoever may not read everything in it.
CREATE OR REPLACE FUNCTION require_whole_archive(who identity, seal archive_seals) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE other text;
BEGIN
  IF seal.kind = 'AUDIT' AND who.role <> 'AUDITOR' THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF reads_every_branch(who) THEN RETURN; END IF;
  SELECT b.name INTO other FROM branches b WHERE b.id <> who.branch_id AND (seal.kind = 'AUDIT' OR EXISTS (SELECT FROM archive_pieces p
    WHERE p.kind = seal.kind AND p.period = seal.period AND p.branch_id = b.id)) LIMIT 1;
  IF FOUND THEN PERFORM refuse('OTHER_BRANCH', jsonb_build_object('branch', other)); END IF;
END $$;

-- What an export says of itself: the digest, and the pieces of which it is made.
CREATE OR REPLACE FUNCTION read_archive(p_seal uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  who identity := require_identity('ADMIN', 'SUPERVISOR', 'AUDITOR');
  seal archive_seals := require_seal(p_seal);
BEGIN
  RETURN jsonb_build_object('sealId', seal.id, 'kind', seal.kind, 'period', seal.period, 'lineFormat', seal.format, 'rows', seal.rows,
    'digest', encode(seal.digest, 'hex'), 'sealedAt', seal.sealed_at,
    'pieces', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'day', p.day, 'branch', p.branch_id, 'branchName', b.name,
        'rows', p.rows, 'hash', encode(p.hash, 'hex')) ORDER BY p.day, p.branch_id), '[]')
      FROM archive_pieces p LEFT JOIN branches b ON b.id = p.branch_id WHERE p.kind = seal.kind AND p.period = seal.period));
END $$;

-- Lines of a piece after one of them; null: from the first. That they were handed out is counted and on record.
CREATE OR REPLACE FUNCTION read_archive_lines(p_piece uuid, p_after uuid, p_limit int) RETURNS TABLE (id uuid, line text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  most int := least(greatest(p_limit, 1), 5000);
  piece archive_pieces;
  seal archive_seals;
BEGIN
  SELECT * INTO piece FROM archive_pieces p WHERE p.id = p_piece;
  SELECT * INTO seal FROM archive_seals s WHERE s.kind = piece.kind AND s.period = piece.period;
  IF NOT FOUND THEN PERFORM refuse('ARCHIVE_NOT_FOUND'); END IF;
  PERFORM require_whole_archive(who, seal);
  PERFORM note_look(who, 'EXPORTED', 'archive_seals', seal.id);
  PERFORM count_reads(who, least(most, piece.rows));
  IF piece.kind = 'AUDIT' THEN RETURN QUERY SELECT l.id, l.line FROM audit_lines(piece.day, p_after, most) AS l;
  ELSE RETURN QUERY SELECT l.id, l.line FROM ledger_lines(piece.branch_id, piece.day, p_after, most) AS l;
  END IF;
END $$;

-- That somebody looks into an export of it, which the program reads from a file; for whoever may read everything in it.
CREATE OR REPLACE FUNCTION look_into_archive(p_seal uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  seal archive_seals := require_seal(p_seal);
BEGIN
  PERFORM require_whole_archive(who, seal);
  PERFORM note_look(who, 'VIEWED', 'archive_seals', seal.id);
END $$;
