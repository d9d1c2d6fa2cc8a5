-- The server's clock and the newest moment on record, which a workstation compares with its own clock before anybody signs in. Every
-- start of a workstation asks, so that the audit log also gets its partitions where no day is opened for long: opening a day makes them
-- two years ahead, and a start only when a year is left, because its caller is nobody yet.
CREATE OR REPLACE FUNCTION database_clock() RETURNS TABLE (server timestamptz, newest timestamptz) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NOT has_audit_partitions() THEN PERFORM ensure_audit_partitions(); END IF;
  RETURN QUERY SELECT clock_timestamp(), (SELECT created_at FROM audit_logs ORDER BY id DESC LIMIT 1);
END $$;
