-- For auditors: what each person opened and exported on each of the last days, by the calendar of the auditor's branch.
CREATE OR REPLACE FUNCTION openings_by_day(p_days int)
RETURNS TABLE (day date, user_id uuid, full_name text, opened bigint, customers bigint, exported bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  who identity := require_identity('AUDITOR');
  -- Asked once, and not for each row.
  reads_all boolean := reads_every_branch(who);
  zone text := local_time_zone();
  earliest uuid := uuidv7_floor(clock_timestamp() - least(greatest(p_days, 1), 92) * interval '1 day');
BEGIN
  RETURN QUERY SELECT (a.created_at AT TIME ZONE zone)::date, a.user_id, u.full_name::text,
      count(*) FILTER (WHERE a.action = 'VIEWED'),
      count(DISTINCT a.resource_id) FILTER (WHERE a.action = 'VIEWED' AND a.resource_type = 'customers'),
      count(*) FILTER (WHERE a.action = 'EXPORTED')
    FROM audit_logs a JOIN users u ON u.id = a.user_id
    WHERE a.id >= earliest
      AND a.action IN ('VIEWED', 'EXPORTED') AND (reads_all OR is_of_branch(a, who.branch_id))
    GROUP BY 1, 2, 3 ORDER BY 1 DESC, 4 DESC, 3, 2;
END $$;
