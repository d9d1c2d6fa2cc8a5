-- Closing a month: from then on nothing gets a value date in it, and no day in it is opened. See migrations/0047-closed-months.sql.

-- The last day that is in a closed month; null before the first closing.
CREATE OR REPLACE FUNCTION closed_through() RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (max(month) + interval '1 month')::date - 1 FROM closed_months $$;

-- A value date that is wanted, or null where its month is closed: then it counts from the day on which it is posted.
CREATE OR REPLACE FUNCTION open_value_date(p_wanted date) RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_wanted <= closed_through() THEN NULL ELSE p_wanted END $$;

-- Whether a branch is done with a month: its last working day there is closed, a later one stands, or its calendar is past the end.
CREATE OR REPLACE FUNCTION is_past_month(p_branch uuid, p_last date) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT date_in(b.time_zone) > p_last OR EXISTS (SELECT FROM business_days d WHERE d.branch_id = b.id AND d.withdrawn_at IS NULL
      AND (d.business_date > p_last OR d.closed_at IS NOT NULL AND d.business_date >= (SELECT max(p_last - back)
        FROM generate_series(0, 6) AS back WHERE NOT extract(isodow FROM p_last - back)::smallint = ANY (b.weekend))))
  FROM branches b WHERE b.id = p_branch $$;

-- The branch that still works in a month, or will by its own clock; nothing where all are done. `date` is the day that is open there, or
-- the last one of the month.
CREATE OR REPLACE FUNCTION branch_in_month(p_last date, OUT branch text, OUT date date) RETURNS record LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT b.name, coalesce(d.business_date, p_last) AS last
    FROM branches b LEFT JOIN business_days d ON d.branch_id = b.id AND d.closed_at IS NULL AND d.business_date <= p_last
    WHERE d.id IS NOT NULL OR b.closed_at IS NULL AND NOT is_past_month(b.id, p_last) ORDER BY last, b.name LIMIT 1 $$;

-- How the month of a date stands for the caller's branch: OPEN, ENDED and so ready to be closed, or CLOSED, by whom and when.
CREATE OR REPLACE FUNCTION read_month(p_date date) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  last date := (date_trunc('month', p_date::timestamp) + interval '1 month')::date - 1;
  closing closed_months;
BEGIN
  SELECT * INTO closing FROM closed_months WHERE month >= date_trunc('month', p_date::timestamp) ORDER BY month LIMIT 1;
  RETURN jsonb_build_object('lastDay', last, 'state', CASE WHEN closing.id IS NOT NULL THEN 'CLOSED'
      WHEN is_past_month(who.branch_id, last) AND (branch_in_month(last)).branch IS NULL THEN 'ENDED' ELSE 'OPEN' END,
    'closedAt', closing.closed_at, 'closedBy', (SELECT full_name FROM users WHERE id = closing.closed_by));
END $$;

-- Closes the month of a date with everything before it. Days are kept from being opened meanwhile by the lock of each branch.
CREATE OR REPLACE FUNCTION close_month(p_date date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  last date := (date_trunc('month', p_date::timestamp) + interval '1 month')::date - 1;
  still record;
BEGIN
  PERFORM lock_branch_days(id) FROM (SELECT id FROM branches ORDER BY id) AS b;
  IF last <= closed_through() THEN PERFORM refuse('MONTH_CLOSED', jsonb_build_object('until', closed_through())); END IF;
  IF NOT is_past_month(who.branch_id, last) THEN PERFORM refuse('MONTH_NOT_ENDED', jsonb_build_object('until', last)); END IF;
  SELECT * INTO still FROM branch_in_month(last);
  IF still.branch IS NOT NULL THEN
    PERFORM refuse('MONTH_STILL_OPEN', jsonb_build_object('branch', still.branch, 'date', still.date));
  END IF;
  INSERT INTO closed_months (month, closed_by) VALUES (date_trunc('month', p_date::timestamp)::date, who.user_id);
END $$;
