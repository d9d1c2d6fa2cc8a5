-- Records that a person opened something: what, from which workstation, in which session. Opening the same again within five
-- minutes is the same look, so that a window that refreshes itself does not fill the log.
CREATE OR REPLACE FUNCTION note_look(who identity, p_action text, p_type text, p_id uuid, p_details jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  -- Before the query, which would compute it for every look that was ever taken at the record.
  earliest uuid := uuidv7_floor(clock_timestamp() - interval '5 minutes');
BEGIN
  PERFORM count_reads(who, 1);
  PERFORM FROM audit_logs WHERE resource_id = p_id AND id >= earliest
    AND user_id = who.user_id AND action = p_action AND details ->> 'session' = who.session_id::text
    AND details::jsonb @> p_details LIMIT 1;
  IF FOUND THEN RETURN; END IF;
  PERFORM write_audit(who.user_id, p_action, p_type, p_id,
    p_details || jsonb_build_object('workstation', session_user, 'session', who.session_id));
END $$;

-- Of two prints of a record at the same moment the second waits, and counts the first.
CREATE OR REPLACE FUNCTION lock_prints(p_record uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('corex print ' || p_record, 0));
END $$;

-- Counts rows that are handed to a person. A sequence, because a rollback undoes a row of the audit log and not this.
CREATE OR REPLACE FUNCTION count_reads(who identity, p_rows int) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  counter regclass := ('corex.reads_' || replace(who.user_id::text, '-', ''))::regclass;
  counted bigint;
BEGIN
  FOR n IN 1 .. p_rows LOOP
    counted := nextval(counter);
  END LOOP;
END $$;

-- How many rows were handed to a user since the user was made.
CREATE OR REPLACE FUNCTION reads_of(p_user uuid) RETURNS bigint LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE n bigint;
BEGIN
  EXECUTE format('SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM corex.%I', 'reads_' || replace(p_user::text, '-', '')) INTO n;
  RETURN n;
END $$;

-- For auditors: what each user was handed, and how many openings are on record. Many rows and few openings is reading in bulk, or
-- reading that was rolled back.
CREATE OR REPLACE FUNCTION reading_counts()
RETURNS TABLE (user_id uuid, username text, full_name text, branch_name text, rows_read bigint, openings bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_identity('AUDITOR');
  -- Counted for all together: by the person, the index finds every posting too.
  RETURN QUERY SELECT u.id, u.username::text, u.full_name::text, b.name::text, reads_of(u.id), coalesce(o.n, 0)
    FROM users u JOIN branches b ON b.id = u.branch_id LEFT JOIN (SELECT l.user_id, count(*) AS n FROM whole_audit_log l
      WHERE l.action IN ('VIEWED', 'EXPORTED') AND l.action <> 'POSTED' GROUP BY l.user_id) AS o ON o.user_id = u.id
    ORDER BY 5 DESC, u.username;
END $$;
