-- Posts a file of payments some hundreds at a time, each call in a transaction of its own: what is posted stays, also when the next call
-- never comes. Whoever goes on with it posts what is left, and nothing twice, because each line has its key.

CREATE OR REPLACE FUNCTION payment_key(p_hash bytea, p_line int) RETURNS uuid LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT encode(substring(sha256(p_hash || int4send(p_line)) FROM 1 FOR 16), 'hex')::uuid $$;

-- Begins the job of a file that may be posted.
CREATE OR REPLACE FUNCTION start_payments(p_import payment_imports, p_user uuid) RETURNS payment_imports LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  run uuid;
  started payment_imports;
BEGIN
  INSERT INTO job_runs (kind, branch_id, business_date, total, requested_by)
    VALUES ('PAYMENTS', p_import.branch_id, (open_day(p_import.branch_id)).business_date, p_import.payments, p_user) RETURNING id INTO run;
  UPDATE payment_imports SET status = 'RUNNING', job_id = run WHERE id = p_import.id RETURNING * INTO started;
  RETURN started;
END $$;

-- A file of the caller's branch, locked.
CREATE OR REPLACE FUNCTION lock_payments(who identity, p_id uuid) RETURNS payment_imports LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE file payment_imports;
BEGIN
  SELECT * INTO file FROM payment_imports WHERE id = p_id AND branch_id = who.branch_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('PAYMENTS_NOT_FOUND'); END IF;
  RETURN file;
END $$;

-- Posts at most so many of the lines that are left, in their order, each on what those before it have left on the account, and after the
-- last one what they cost. Answers how far it is; of a file that is not under way, how it stands. Errors: BRANCH_DAY_CLOSED,
-- PAYMENTS_NOT_FOUND.
CREATE OR REPLACE FUNCTION advance_payments(p_id uuid, p_limit int) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  file payment_imports;
  items posting_item[];
  outcomes posting_outcome[];
  nobody identity;
  freed numeric;
BEGIN
  PERFORM require_open_day(who.branch_id);
  file := lock_payments(who, p_id);
  IF file.status <> 'RUNNING' THEN RETURN payments_view(file); END IF;
  PERFORM acting_as('JOB', 'JOB', file.job_id);
  items := ARRAY(SELECT ROW(payment_key(file.file_hash, l.line), 'TRANSFER', debit_credit(file.account_id, l.account_id, l.amount),
      file.currency, coalesce(nullif(l.reference, ''), file.description), NULL)::posting_item
    FROM payment_lines l WHERE l.import_id = p_id AND l.transaction_id IS NULL AND l.refusal IS NULL
    ORDER BY l.line LIMIT least(greatest(p_limit, 1), 1000));
  IF items = '{}' THEN
    file := end_payments_job(file, 'DONE');
    RETURN payments_view(file);
  END IF;
  freed := free_for_lines(file, items);
  outcomes := ARRAY(SELECT o FROM write_postings(file.job_id, items) AS o);
  UPDATE payment_lines l SET transaction_id = (o.receipt).id, refusal = o.refusal, facts = o.facts
    FROM unnest(outcomes) AS o (key, refusal, facts, receipt)
    WHERE l.import_id = p_id AND o.key = payment_key(file.file_hash, l.line) AND l.transaction_id IS NULL AND l.refusal IS NULL;
  PERFORM change_held(file.account_id, freed), hold_for_payments(nobody, file);
  -- A fee is posted by a call of its own: this one has locked balances in the order of their keys, and not that of the bank's account.
  IF file.fees = 0 AND NOT EXISTS (SELECT FROM payment_lines WHERE import_id = p_id AND transaction_id IS NULL AND refusal IS NULL) THEN
    file := end_payments_job(file, 'DONE');
  END IF;
  RETURN payments_view(file);
END $$;

-- Posts nothing more of a file: for whoever brought it, and for a supervisor. What is posted stays, and costs what it costs.
CREATE OR REPLACE FUNCTION cancel_payments(p_id uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  file payment_imports;
BEGIN
  PERFORM hold_branch_day(who.branch_id);
  file := lock_payments(who, p_id);
  IF who.role <> 'SUPERVISOR' AND file.requested_by <> who.user_id THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF file.status = 'RUNNING' THEN
    PERFORM acting_as('JOB', 'JOB', file.job_id);
    file := end_payments_job(file, 'CANCELLED');
  END IF;
  RETURN payments_view(file);
END $$;
