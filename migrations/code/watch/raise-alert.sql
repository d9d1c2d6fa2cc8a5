-- An alert is written in the transaction of the posting that it follows from, by the system: no answer and no notice of it carries one.

-- One alert waits for each day, and one for what is split over days: further postings belong to it.
CREATE OR REPLACE FUNCTION raise_alert(p_kind text, p_person uuid, p_currency text, p_in boolean, p_first date, p_last date,
  p_threshold numeric, p_cause uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE before acting;
BEGIN
  IF EXISTS (SELECT FROM cash_alerts WHERE person_id = p_person AND currency = p_currency AND is_in = p_in AND kind = p_kind
      AND status = 'OPEN' AND last_date >= p_last AND first_date <= p_first) THEN
    RETURN;
  END IF;
  SELECT * INTO before FROM acting WHERE pid = pg_backend_pid() AND xid = pg_current_xact_id();
  PERFORM acting_as('JOB', 'POSTING', p_cause);
  INSERT INTO cash_alerts AS a (kind, person_id, currency, is_in, first_date, last_date, threshold)
    VALUES (p_kind, p_person, p_currency, p_in, p_first, p_last, p_threshold) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    UPDATE cash_alerts SET last_date = greatest(last_date, p_last), first_date = least(first_date, p_first)
      WHERE person_id = p_person AND currency = p_currency AND is_in = p_in AND kind = p_kind AND status = 'OPEN'
        AND (p_kind = 'STRUCTURING' OR first_date = p_first);
  END IF;
  IF before.pid IS NULL THEN DELETE FROM acting WHERE pid = pg_backend_pid();
  ELSE PERFORM acting_as(before.actor, before.cause_type, before.cause_id, before.user_id);
  END IF;
END $$;

-- From when on what was split over days is looked at, to this day: what compliance has decided upon stays decided, so that only what comes
-- after those days is added up again. Null where that is too little.
CREATE OR REPLACE FUNCTION split_from(p_person uuid, p_currency text, p_in boolean, p_from date, p_to date) RETURNS date LANGUAGE plpgsql
STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  decided date := (SELECT max(last_date) FROM cash_alerts WHERE person_id = p_person AND currency = p_currency AND is_in = p_in
    AND kind = 'STRUCTURING' AND status <> 'OPEN' AND last_date >= p_from);
  rules cash_rules := cash_rules_in_force(p_currency, p_to);
BEGIN
  IF decided IS NULL THEN RETURN p_from; END IF;
  RETURN (SELECT min(business_date) FROM cash_sums WHERE person_id = p_person AND currency = p_currency AND is_in = p_in
      AND business_date > decided AND business_date <= p_to AND postings > 0 AND total <= rules.report_above
    HAVING sum(postings) >= rules.least_postings AND sum(total) >= rules.report_above * rules.sum_share / 100);
END $$;

-- An alert changes by its days while it waits, and is decided once.
CREATE OR REPLACE FUNCTION guard_alert() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE open_to_change text[] := '{first_date,last_date,status,reason,report,decided_by,decided_at}';
BEGIN
  IF OLD.status <> 'OPEN' THEN PERFORM refuse('ALREADY_DECIDED'); END IF;
  IF to_jsonb(NEW) - open_to_change IS DISTINCT FROM to_jsonb(OLD) - open_to_change THEN
    PERFORM refuse('APPEND_ONLY', jsonb_build_object('table', TG_TABLE_NAME));
  END IF;
  RETURN NEW;
END $$;
