-- Alerts are read and decided by compliance alone, who are auditors: they stand at no counter and see every branch (docs/decisions).

-- An alert as the queue shows it.
CREATE OR REPLACE FUNCTION alert_row(alert cash_alerts, p_people uuid[], p_postings jsonb) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', alert.id, 'kind', alert.kind, 'person', person_view(p_people), 'currency', alert.currency,
    'isIn', alert.is_in, 'firstDate', alert.first_date, 'lastDate', alert.last_date, 'threshold', alert.threshold::text,
    'cashIn', cash.cash_in::text, 'cashOut', cash.cash_out::text, 'postings', jsonb_array_length(p_postings), 'raisedAt', alert.created_at,
    'status', alert.status, 'reason', alert.reason, 'decidedBy', (SELECT full_name FROM users WHERE id = alert.decided_by),
    'decidedAt', alert.decided_at)
  FROM cash_in_and_out(p_postings) AS cash $$;

-- What is decided upon: the postings, and what the person is called. A decision names it.
CREATE OR REPLACE FUNCTION alert_version(p_people uuid[], p_postings jsonb) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(person_view(p_people), p_postings)::text, 'UTF8')), 'hex') $$;

-- The alerts that wait, the oldest first, or the latest that are decided; at most 200.
CREATE OR REPLACE FUNCTION list_cash_alerts(p_open boolean) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('AUDITOR');
  listed jsonb;
BEGIN
  SELECT coalesce(jsonb_agg(alert_row(a.alert, p.people, alert_postings(a.alert, p.people)) ORDER BY a.place), '[]') INTO listed
    FROM (SELECT alert, row_number() OVER (ORDER BY CASE WHEN p_open THEN alert.id END, alert.decided_at DESC, alert.id) AS place
      FROM cash_alerts alert WHERE (alert.status = 'OPEN') = p_open
      ORDER BY CASE WHEN p_open THEN alert.id END, alert.decided_at DESC, alert.id LIMIT 200) AS a,
      LATERAL (SELECT people_of((a.alert).person_id) AS people) AS p;
  PERFORM count_reads(who, jsonb_array_length(listed));
  RETURN listed;
END $$;

-- One alert with its postings and the report as it would be, or was when it was decided; null where there is none. The look is on record.
CREATE OR REPLACE FUNCTION read_cash_alert(p_id uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('AUDITOR');
  alert cash_alerts;
  people uuid[];
  postings jsonb;
BEGIN
  SELECT * INTO alert FROM cash_alerts WHERE id = p_id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM note_look(who, 'VIEWED', 'cash_alerts', p_id);
  people := people_of(alert.person_id);
  postings := alert_postings(alert, people);
  RETURN alert_row(alert, people, postings) || jsonb_build_object('behind', postings, 'version', alert_version(people, postings),
    'report', coalesce(alert.report, cash_report(who, alert, people, postings)));
END $$;

-- The report for a file or for paper, which is on record. Errors: ALERT_NOT_FOUND.
CREATE OR REPLACE FUNCTION export_cash_report(p_id uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('AUDITOR');
  kept jsonb;
BEGIN
  SELECT report INTO kept FROM cash_alerts WHERE id = p_id AND report IS NOT NULL;
  IF NOT FOUND THEN PERFORM refuse('ALERT_NOT_FOUND'); END IF;
  PERFORM note_look(who, 'EXPORTED', 'cash_alerts', p_id);
  RETURN kept;
END $$;

-- Decides on what was shown: reported, with the fields of the report as they are now, or not, for a reason. Sent twice, it is decided once.
-- Errors: ALERT_NOT_FOUND, ALREADY_DECIDED, CHANGED_MEANWHILE, REASON_MISSING.
CREATE OR REPLACE FUNCTION decide_cash_alert(p_id uuid, p_version text, p_reports boolean, p_reason text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('AUDITOR');
  said text := nullif(clean_text(p_reason), '');
  alert cash_alerts;
  people uuid[];
  postings jsonb;
BEGIN
  PERFORM require_fresh_code(who);
  SELECT * INTO alert FROM cash_alerts WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('ALERT_NOT_FOUND'); END IF;
  IF alert.status <> 'OPEN' THEN
    IF (alert.decided_by, alert.status = 'REPORTED', alert.reason) IS NOT DISTINCT FROM (who.user_id, p_reports, said::varchar) THEN
      RETURN;
    END IF;
    PERFORM refuse('ALREADY_DECIDED');
  END IF;
  IF NOT p_reports AND said IS NULL THEN PERFORM refuse('REASON_MISSING'); END IF;
  people := people_of(alert.person_id);
  postings := alert_postings(alert, people);
  IF p_version IS DISTINCT FROM alert_version(people, postings) THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  UPDATE cash_alerts SET status = CASE WHEN p_reports THEN 'REPORTED' ELSE 'NO_REPORT' END, reason = said,
      report = CASE WHEN p_reports THEN cash_report(who, alert, people, postings) END, decided_by = who.user_id,
      decided_at = clock_timestamp()
    WHERE id = p_id;
END $$;
