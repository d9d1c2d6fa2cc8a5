-- What is new since the last check: the days that no check has sealed as right, and the accounts that have entries on them. What was
-- checked up to a point stays sealed, so this takes as long as a day is large, and not as long as the books are.

-- The days that are not checked: those that are not sealed first, and then the oldest.
CREATE OR REPLACE FUNCTION unchecked_days() RETURNS TABLE (branch_id uuid, business_date date, seal uuid) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT u.branch_id, u.business_date, NULL::uuid FROM unsealed_dates() AS u
  UNION ALL
  SELECT * FROM (SELECT d.branch_id, d.business_date, s.day_id FROM day_seals s JOIN business_days d ON d.id = s.day_id
    WHERE s.checked_at IS NULL ORDER BY d.business_date, d.branch_id) AS closed $$;

-- Accounts on which something is held, and those whose balance says so.
CREATE OR REPLACE FUNCTION faults_of_holds() RETURNS TABLE (fault text, subject text, currency text, expected numeric, found numeric,
  on_date date, reference text) LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT 'HELD_DIFFERS', a.account_number::text, a.currency::text, coalesce(h.total, 0), coalesce(b.held, 0), NULL::date, NULL
  FROM (SELECT account_id, sum(amount) AS total FROM holds WHERE released_at IS NULL GROUP BY account_id) AS h
    FULL JOIN (SELECT account_id, held FROM balances WHERE held <> 0) AS b USING (account_id)
    JOIN accounts a ON a.id = account_id
  WHERE coalesce(h.total, 0) <> coalesce(b.held, 0) $$;

-- Checks what is new: what is not sealed, and then closed days for at most so many milliseconds, one at least, of which it keeps that
-- nothing differs. Answers the differences, how many days and entries were checked, and how many closed days are left for the next call.
CREATE OR REPLACE FUNCTION check_new_books(p_most_ms int) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('SUPERVISOR', 'AUDITOR');
BEGIN
  RETURN check_new(p_most_ms);
END $$;

-- The same for whoever has asked who may: a job, or the function before.
CREATE OR REPLACE FUNCTION check_new(p_most_ms int) RETURNS jsonb LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  began timestamptz := clock_timestamp();
  ended timestamptz := began + least(greatest(p_most_ms, 1), 10000) * interval '1 millisecond';
  day record;
  of_day jsonb;
  faults jsonb := '[]';
  days int := 0;
  closed int := 0;
  looked bigint := 0;
BEGIN
  FOR day IN SELECT * FROM unchecked_days() LOOP
    EXIT WHEN closed > 0 AND clock_timestamp() > ended;
    closed := closed + (day.seal IS NOT NULL)::int;
    SELECT coalesce(jsonb_agg(fault_view(f.fault, f.subject, f.currency, f.expected, f.found, f.on_date, f.reference)), '[]') INTO of_day
      FROM all_faults_of_day(day.branch_id, day.business_date, true) AS f;
    IF of_day = '[]' THEN UPDATE day_seals SET checked_at = clock_timestamp() WHERE day_id = day.seal; END IF;
    faults := faults || of_day;
    days := days + 1;
    looked := looked + entries_on(day.branch_id, day.business_date);
  END LOOP;
  SELECT faults || coalesce(jsonb_agg(fault_view(f.fault, f.subject, f.currency, f.expected, f.found, f.on_date, f.reference)), '[]')
    INTO faults FROM (SELECT * FROM faults_of_tills() UNION ALL SELECT * FROM faults_of_holds()) AS f;
  RETURN jsonb_build_object('faults', faults, 'days', days, 'entries', looked,
    'daysLeft', (SELECT count(*) FROM day_seals WHERE checked_at IS NULL),
    'milliseconds', (extract(epoch FROM clock_timestamp() - began) * 1000)::int, 'at', clock_timestamp());
END $$;

-- A difference in the shape of the contract.
CREATE OR REPLACE FUNCTION fault_view(p_fault text, p_subject text, p_currency text, p_expected numeric, p_found numeric, p_date date,
  p_reference text) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('fault', p_fault, 'subject', p_subject, 'currency', p_currency, 'expected', p_expected::text,
    'found', p_found::text, 'date', p_date, 'reference', p_reference) $$;
