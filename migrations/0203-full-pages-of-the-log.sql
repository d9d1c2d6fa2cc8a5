-- The keys of the audit log grow at their end alone, so their pages are filled; the index of all months takes no setting. A new month
-- gets it by code/audit/audit-partitions.sql.
DO $$
DECLARE key regclass;
BEGIN
  FOR key IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'corex.audit_logs_pkey'::regclass LOOP
    EXECUTE format('ALTER INDEX %s SET (fillfactor = 98)', key);
  END LOOP;
END $$;
