-- When a job is due. Periods are numbers, so that "each once a period" is a unique index and what was missed can be counted.

-- The calendar of the bank: that of the branch that was made first, also once it has closed. By its moment, because whoever proposes a
-- branch gives it its id.
CREATE OR REPLACE FUNCTION bank_time_zone() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((SELECT time_zone FROM branches ORDER BY created_at, id LIMIT 1), 'UTC') $$;

CREATE OR REPLACE FUNCTION zone_of_job(job jobs) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN job.every >= interval '1 day' THEN bank_time_zone() ELSE 'UTC' END $$;

-- The period in which a job is now.
CREATE OR REPLACE FUNCTION period_now(job jobs) RETURNS bigint LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT floor(extract(epoch FROM clock_timestamp() AT TIME ZONE zone_of_job(job) - job.anchor AT TIME ZONE 'UTC')
    / extract(epoch FROM job.every))::bigint $$;

CREATE OR REPLACE FUNCTION period_begins(job jobs, p_period bigint) RETURNS timestamptz LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (job.anchor AT TIME ZONE 'UTC' + p_period * job.every) AT TIME ZONE zone_of_job(job) $$;

-- The period that its next run is for: of those that were missed the oldest, or the present one. A period that lies ahead was done while
-- the clock was wrong, and does not count.
CREATE OR REPLACE FUNCTION next_period(job jobs) RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN job.catch_up = 'EACH' AND job.done_through < current THEN job.done_through + 1 ELSE current END
  FROM period_now(job) AS current $$;

-- Whether the server has that job at all: backups are of the embedded one, which says on its command line that it is.
CREATE OR REPLACE FUNCTION is_offered(job jobs) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT NOT job.only_embedded OR current_setting('cluster_name') = 'corex' $$;

-- Asked for, or its period has come and nothing has just failed. A clock that went back by less than a period makes nothing due twice.
CREATE OR REPLACE FUNCTION is_due(job jobs) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT is_offered(job) AND (job.asked_at IS NOT NULL
    OR (job.done_through IS NULL OR period_now(job) NOT IN (job.done_through, job.done_through - 1))
      AND (job.retry_at IS NULL OR job.retry_at <= clock_timestamp())) $$;
