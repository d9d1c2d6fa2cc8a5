-- Stamps who made the row, from the session: a client cannot name another user. What a job changes stays whose it was.
CREATE OR REPLACE FUNCTION stamp_maker() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NOT is_workstation() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN NEW.created_by := (require_identity()).user_id;
  ELSE
    IF NOT acts_as_job() THEN PERFORM require_identity(); END IF;
    NEW.created_by := OLD.created_by;
  END IF;
  RETURN NEW;
END $$;
