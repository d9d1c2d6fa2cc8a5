-- Without anybody's being signed in, a workstation may ask for what is due and read how it stands. Asking and stopping is for those whom
-- the functions let.

GRANT EXECUTE ON FUNCTION run_due_job(text), want_backup(), take_outside_job(text[]), beat_job(uuid, bigint, bigint),
  end_outside_job(uuid, bigint, text), list_jobs(), list_job_runs(text, int), ask_for_job(text), cancel_job(text),
  read_audit_growth() TO corex_app;
