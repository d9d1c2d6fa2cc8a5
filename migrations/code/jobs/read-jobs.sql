-- What a workstation may know of the jobs without anybody's being signed in: when and how they ran, and nothing of what they did it to.

CREATE OR REPLACE FUNCTION attempt_view(run job_attempts) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', run.id, 'job', run.job, 'period', period_begins(j, run.period), 'attempt', run.attempt,
    'skipped', run.skipped, 'asked', run.asked_by IS NOT NULL, 'status', run.status, 'done', run.done, 'total', run.total,
    'workstation', run.workstation, 'build', run.build, 'startedAt', run.started_at, 'heartbeatAt', run.heartbeat_at,
    'endedAt', run.ended_at, 'error', run.error)
  FROM jobs j WHERE j.name = run.job $$;

-- Due and not under way for longer than it may take anybody to notice.
CREATE OR REPLACE FUNCTION job_state(job jobs, p_last job_attempts) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN p_last.status = 'RUNNING' AND is_at_work(p_last) THEN 'RUNNING' WHEN p_last.status = 'FAILED' THEN 'FAILED'
    WHEN is_due(job) THEN CASE WHEN job.done_through IS NOT NULL
      AND period_begins(job, job.done_through + 1) < clock_timestamp() - greatest(job.every / 2, interval '10 minutes')
      THEN 'OVERDUE' ELSE 'DUE' END ELSE 'WAITING' END $$;

-- Every job: how often, its last run and the next one.
CREATE OR REPLACE FUNCTION list_jobs() RETURNS SETOF jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('name', j.name, 'everySeconds', extract(epoch FROM j.every)::bigint, 'catchUp', j.catch_up,
    'outside', j.worker IS NULL, 'state', job_state(j, a), 'askedAt', j.asked_at, 'retryAt', j.retry_at,
    'nextAt', CASE WHEN is_due(j) THEN clock_timestamp() ELSE coalesce(j.retry_at, period_begins(j, j.done_through + 1)) END,
    'last', CASE WHEN a.id IS NOT NULL THEN attempt_view(a) END,
    'lastDoneAt', (SELECT max(ended_at) FROM job_attempts d WHERE d.job = j.name AND d.status = 'DONE'))
  FROM jobs j LEFT JOIN LATERAL (SELECT * FROM job_attempts r WHERE r.job = j.name ORDER BY id DESC LIMIT 1) AS a ON true
  WHERE is_offered(j) ORDER BY j.position $$;

-- The latest runs of one job or of all, the newest first. Those that found nothing to do are left out where they are not the last.
CREATE OR REPLACE FUNCTION list_job_runs(p_name text, p_limit int) RETURNS SETOF jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT attempt_view(a) FROM job_attempts a WHERE p_name IS NULL OR a.job = p_name
  ORDER BY a.id DESC LIMIT least(greatest(p_limit, 1), 200) $$;
