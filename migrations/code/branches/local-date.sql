-- Today's date where the branch is. Not current_date: that follows the time zone that the client has set, and stands still
-- in a transaction that is left open.
CREATE OR REPLACE FUNCTION local_date() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (clock_timestamp() AT TIME ZONE coalesce((SELECT time_zone FROM branches WHERE id = current_branch_id()), 'UTC'))::date $$;
