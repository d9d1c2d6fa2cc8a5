-- A row of the audit log as one line of text, as ledger-lines.sql has postings: sealed, exported and compared. The parts of a month are its
-- days in UTC, by the keys of the rows, like the month itself.

-- Lines of a day after one of them; null: from the first one, and all of them. Details are kept as they were written: text whose hash
-- the row has; where it has a line feed, as a string.
CREATE OR REPLACE FUNCTION audit_lines(p_day date, p_after uuid, p_limit int) RETURNS TABLE (id uuid, line text) LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO, YMD'
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  first uuid := uuidv7_floor(p_day::timestamptz);
  next uuid := uuidv7_floor((p_day + 1)::timestamptz);
BEGIN
  RETURN QUERY SELECT a.id, json_build_object('id', a.id, 'user', a.user_id, 'action', a.action, 'type', a.resource_type,
      'record', a.resource_id, 'details', CASE WHEN strpos(a.details::text, E'\n') = 0 THEN a.details ELSE to_json(a.details::text) END,
      'at', a.created_at, 'xid', a.xid::text, 'hash', encode(a.hash, 'hex'), 'actor', a.actor, 'causeType', a.cause_type,
      'cause', a.cause_id, 'workstation', a.workstation, 'session', a.session_id, 'build', a.build)::text
    FROM whole_audit_log a WHERE a.id >= first AND a.id < next AND (p_after IS NULL OR a.id > p_after) ORDER BY a.id LIMIT p_limit;
END $$;

CREATE OR REPLACE FUNCTION audit_piece(p_day date, OUT rows int, OUT hash bytea) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT count(*)::int, sha256(coalesce(string_agg(sha256(convert_to(line, 'UTF8')), ''::bytea ORDER BY id), ''))
  FROM audit_lines(p_day, NULL, NULL) $$;

-- What the rows of a piece come to now.
CREATE OR REPLACE FUNCTION piece_now(piece archive_pieces, OUT rows int, OUT hash bytea) LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF piece.kind = 'AUDIT' THEN SELECT p.rows, p.hash INTO rows, hash FROM audit_piece(piece.day) AS p;
  ELSE SELECT p.rows, p.hash INTO rows, hash FROM ledger_piece(piece.branch_id, piece.day) AS p;
  END IF;
END $$;
