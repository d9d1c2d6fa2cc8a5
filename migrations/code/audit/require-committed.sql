-- Refuses to tell what the asking transaction itself has written of a record: a count could be made, its result read, and the count
-- rolled back. Every change is on record with its transaction, which is the same in all savepoints.
CREATE OR REPLACE FUNCTION require_committed(p_record uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM FROM audit_logs WHERE resource_id = p_record AND xid = pg_current_xact_id_if_assigned() AND action NOT IN ('VIEWED', 'EXPORTED');
  IF NOT FOUND THEN PERFORM FROM audit_logs WHERE id = p_record AND xid = pg_current_xact_id_if_assigned(); END IF;
  IF FOUND THEN PERFORM refuse('NOT_COMMITTED'); END IF;
END $$;
