-- What the health page judges by: one call, and no judgement in it.

-- The server alone, for anybody's workstation: also for `corex support`, when nobody can sign in any more.
CREATE OR REPLACE FUNCTION server_health() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('at', clock_timestamp(), 'schema', schema_version(), 'slots', slots_state(), 'receivers', receivers_state(),
    'archive', archive_state(), 'checksums', checksums_state(), 'connections', connections_state(), 'monthsAhead', months_ahead(),
    'growthADay', growth_a_day(), 'jobs', troubled_jobs(), 'report', report_state()) $$;

-- The last check of what is new in the books, and the last one of all of them.
CREATE OR REPLACE FUNCTION books_state() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('doneAt', (SELECT max(ended_at) FROM job_attempts WHERE job = 'RECONCILIATION' AND status = 'DONE'),
    'differs', coalesce((SELECT status = 'FAILED' FROM job_attempts WHERE job = 'RECONCILIATION' AND status IN ('DONE', 'FAILED')
      ORDER BY id DESC LIMIT 1), false),
    'wholeAt', whole.finished_at, 'wholeFaults', coalesce(whole.faults, 0))
  FROM (SELECT) AS one LEFT JOIN LATERAL (SELECT finished_at, faults FROM book_checks WHERE status = 'DONE'
    ORDER BY finished_at DESC LIMIT 1) AS whole ON true $$;

-- How much waits on suspense accounts of the whole bank, and for how many days the oldest does, until the latest date at a branch.
CREATE OR REPLACE FUNCTION suspense_state() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('count', count(o.business_date), 'days', coalesce(max(today - o.business_date), 0))
  FROM (SELECT max(date_of_branch(id)) FROM branches WHERE closed_at IS NULL) AS of_bank (today)
    LEFT JOIN LATERAL open_suspense(NULL, today) AS o ON true $$;

-- Where somebody signed in during the last month, the newest first, and by which build.
CREATE OR REPLACE FUNCTION workstations_seen() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('name', workstation, 'build', build, 'at', created_at) ORDER BY created_at DESC), '[]')
  FROM (SELECT DISTINCT ON (workstation) workstation, build, created_at FROM sessions
    WHERE created_at > clock_timestamp() - interval '30 days' ORDER BY workstation, created_at DESC) AS seen $$;

CREATE OR REPLACE FUNCTION read_health() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN', 'SUPERVISOR');
BEGIN
  RETURN server_health() || jsonb_build_object('books', books_state(), 'suspense', suspense_state(), 'growth', read_audit_growth(),
    'workstations', workstations_seen());
END $$;
