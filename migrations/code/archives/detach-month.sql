-- A month leaves the log when two people say so, or when the rule that two people agreed does; anybody who looks after it brings it back.

-- How many years all branches keep something, the longest of their rules: years of the ledger and the log are the bank's.
CREATE OR REPLACE FUNCTION years_kept(p_purpose text) RETURNS int LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT max((retention_in_force(b.id, p_purpose, 'CLOSED', date_in(b.time_zone))).years)::int FROM branches b $$;

-- Proposes that a sealed month is moved out of the log. Sent twice, it is proposed once. Errors: ARCHIVE_NOT_FOUND, KEY_REUSED, MONTH_AWAY.
CREATE OR REPLACE FUNCTION propose_audit_detach(p_key uuid, p_seal uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  seal archive_seals := require_month(p_seal);
BEGIN
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key)
      AND audit_month_place(seal.period) IS DISTINCT FROM 'corex.audit_logs'::regclass THEN
    PERFORM refuse('MONTH_AWAY');
  END IF;
  PERFORM propose(who, p_key, 'AUDIT_DETACH', 'archive_seals', seal.id, '{}');
END $$;

CREATE OR REPLACE FUNCTION require_month(p_seal uuid) RETURNS archive_seals LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE seal archive_seals := require_seal(p_seal);
BEGIN
  IF seal.kind <> 'AUDIT' THEN PERFORM refuse('ARCHIVE_NOT_FOUND'); END IF;
  RETURN seal;
END $$;

CREATE OR REPLACE FUNCTION show_audit_detach(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', 'Audit log ' || to_char(s.period, 'YYYY-MM'), 'auditMonth', to_char(s.period, 'YYYY-MM'),
    'auditRows', s.rows::text, 'digest', encode(s.digest, 'hex'))
  FROM archive_seals s WHERE s.id = proposal.subject_id $$;

CREATE OR REPLACE FUNCTION perform_audit_detach(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM move_audit_month(require_month(proposal.subject_id), 'corex.audit_logs_archive', 'DETACHED', proposal.proposed_by);
  RETURN '{}';
END $$;

-- Brings a month back into the log. Errors: ARCHIVE_NOT_FOUND, ARCHIVE_CHANGED.
CREATE OR REPLACE FUNCTION attach_audit_month(p_seal uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('ADMIN', 'SUPERVISOR', 'AUDITOR');
BEGIN
  PERFORM move_audit_month(require_month(p_seal), 'corex.audit_logs', 'ATTACHED', who.user_id);
END $$;

-- The oldest month in the log that has been there as long as the rule says, and was not brought back in the last month.
CREATE OR REPLACE FUNCTION due_audit_month() RETURNS archive_seals LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
  SELECT s FROM archive_seals s WHERE s.kind = 'AUDIT' AND audit_month_place(s.period) = 'corex.audit_logs'::regclass
    AND (s.period + interval '1 month' + years_kept('AUDIT_AT_HAND') * interval '1 year')::timestamptz <= clock_timestamp()
    AND NOT EXISTS (SELECT FROM archive_events e WHERE e.seal_id = s.id AND e.what = 'ATTACHED'
      AND e.at > clock_timestamp() - interval '31 days')
  ORDER BY s.period LIMIT 1 $$;

-- For whoever reads the log: its months in a period that are in the archive, or in a file.
CREATE OR REPLACE FUNCTION archived_audit_months(p_from date, p_to date) RETURNS TABLE (month date) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_identity('AUDITOR', 'ADMIN');
  RETURN QUERY SELECT m.month FROM (
      SELECT a.month FROM audit_months() AS a WHERE audit_month_place(a.month) = 'corex.audit_logs_archive'::regclass
      UNION ALL SELECT s.period FROM archive_seals s WHERE s.kind = 'AUDIT' AND audit_month_place(s.period) IS NULL) AS m
    WHERE (p_from IS NULL OR m.month + interval '1 month' > p_from) AND (p_to IS NULL OR m.month <= p_to) ORDER BY m.month;
END $$;

-- The job: what is over is sealed, the oldest first; what has been in the log long enough leaves it, and in the archive long enough the
-- database.
CREATE OR REPLACE FUNCTION seal_what_ended(run job_attempts) RETURNS job_portion LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  year date := (SELECT y.year FROM unsealed_years() AS y WHERE is_year_over(y.year) ORDER BY y.year LIMIT 1);
  month date := (SELECT m.month FROM audit_months() AS m WHERE is_month_over(m.month)
    AND NOT EXISTS (SELECT FROM archive_seals WHERE kind = 'AUDIT' AND period = m.month) ORDER BY m.month LIMIT 1);
  before bigint := (SELECT count(*) FROM archive_pieces);
  due archive_seals;
BEGIN
  IF year IS NOT NULL THEN PERFORM seal_year(year, 1500, NULL);
  ELSIF month IS NOT NULL THEN PERFORM seal_month(month, 1500, NULL);
  ELSE
    due := due_audit_month();
    IF due.id IS NOT NULL THEN PERFORM move_audit_month(due, 'corex.audit_logs_archive', 'DETACHED', NULL);
    ELSE
      due := due_removal();
      IF due.id IS NULL THEN RETURN ROW(0, 0, NULL)::job_portion; END IF;
      PERFORM remove_audit_month(due);
    END IF;
    RETURN ROW(1, 1, NULL)::job_portion;
  END IF;
  -- More may be over: the next portion finds out.
  RETURN ROW((SELECT count(*) FROM archive_pieces) - before, 1, NULL)::job_portion;
END $$;
