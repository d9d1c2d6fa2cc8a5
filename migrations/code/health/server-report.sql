-- The report of the bank's own server about itself.

-- Keeps what `pgbackrest info --output=json` says of its first stanza, and the free bytes of the disk. Granted to nobody: the server's own
-- timer calls it as the administrator that makes the backups. Of a state that cannot be read nothing is kept but that it was posted.
CREATE OR REPLACE FUNCTION note_server_report(p_free bigint, p_info jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  stanza jsonb := CASE jsonb_typeof(p_info) WHEN 'array' THEN p_info -> 0 END;
  newest jsonb := stanza -> 'backup' -> -1;
BEGIN
  INSERT INTO server_reports (posted_at, free_bytes, backup_code, backup_message, backup_at, backup_failed)
    VALUES (clock_timestamp(), p_free, (stanza -> 'status' ->> 'code')::int, printable(stanza -> 'status' ->> 'message', 200),
      to_timestamp((newest -> 'timestamp' ->> 'stop')::bigint), coalesce((newest ->> 'error')::boolean, false))
    ON CONFLICT (only_one) DO UPDATE SET posted_at = excluded.posted_at, free_bytes = excluded.free_bytes,
      backup_code = excluded.backup_code, backup_message = excluded.backup_message, backup_at = excluded.backup_at,
      backup_failed = excluded.backup_failed;
END $$;

CREATE OR REPLACE FUNCTION report_state() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('postedAt', posted_at, 'freeBytes', free_bytes, 'code', backup_code, 'message', backup_message,
    'at', backup_at, 'failed', backup_failed) FROM server_reports $$;
