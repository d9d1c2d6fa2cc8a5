-- Today, by the calendar of the branch: the database and the main process take it from here. Not current_date: that follows
-- the time zone that the client has set, and does not advance in a transaction that is left open.
CREATE OR REPLACE FUNCTION date_in(zone text) RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (clock_timestamp() AT TIME ZONE zone)::date $$;

CREATE OR REPLACE FUNCTION local_time_zone() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((SELECT time_zone FROM branches WHERE id = current_branch_id()), 'UTC') $$;

CREATE OR REPLACE FUNCTION local_date() RETURNS date LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT date_in(local_time_zone()) $$;

-- Midnight at the beginning of that day.
CREATE OR REPLACE FUNCTION start_of_today() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT local_date()::timestamp AT TIME ZONE local_time_zone() $$;
