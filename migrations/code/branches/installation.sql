-- What a window may know before a user has signed in: whether to show the wizard, and the name and day of the branch to which the
-- workstation belongs. A login that no code made belongs to none, and shows the bank's first branch
-- that works.
CREATE OR REPLACE FUNCTION installation()
RETURNS TABLE (is_set_up boolean, branch_name text, currency text, number_format number_format, time_zone text, local_date date,
  business_date date, day_open boolean, weekend smallint[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM users), b.name::text, b.currency::text, b.number_format, b.time_zone::text, date_in(b.time_zone),
    d.business_date,
    coalesce(d.closed_at IS NULL AND d.id IS NOT NULL, false), b.weekend
  FROM (SELECT 1) AS always
  LEFT JOIN LATERAL (SELECT * FROM branches
    ORDER BY id = (SELECT branch_id FROM workstations WHERE login = session_user) DESC NULLS LAST, closed_at IS NOT NULL,
      created_at LIMIT 1) AS b ON true
  LEFT JOIN LATERAL (SELECT * FROM business_days WHERE branch_id = b.id AND withdrawn_at IS NULL
    ORDER BY business_date DESC LIMIT 1) AS d ON true $$;
