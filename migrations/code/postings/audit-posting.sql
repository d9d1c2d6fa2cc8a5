-- The audit row of a transaction, in the shape of audit_row(): a new posting says itself who made it and from what cause, so nothing has
-- to be looked up for it.
CREATE OR REPLACE FUNCTION audit_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  details jsonb := jsonb_build_object('after', to_jsonb(NEW) - 'payload_hash');
  made origin := ROW(NEW.created_by, NEW.actor, NEW.cause_type, NEW.cause_id, NEW.workstation, NEW.session_id, NEW.build);
  action text := CASE NEW.status WHEN 'COMPLETED' THEN 'POSTED' ELSE 'CREATED' END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    details := details || jsonb_build_object('before', to_jsonb(OLD) - 'payload_hash');
    made := current_origin();
    action := CASE NEW.status WHEN OLD.status THEN 'CHANGED' ELSE 'STATUS_' || NEW.status END;
  END IF;
  PERFORM write_audit(made.user_id, action, 'transactions', NEW.id, jsonb_strip_nulls(details), made);
  RETURN NULL;
END $$;
