-- A check of the whole books in steps of a fraction of a second: each step is a call of its own, says how far it has come, and can be the
-- last. What it has found so far is kept, and it goes on where it stopped, whoever continues it.

-- How long one call takes; it does at least one step.
CREATE OR REPLACE FUNCTION check_call_length() RETURNS interval LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT interval '400 milliseconds' $$;

-- Begins one with the key of the caller; sent twice, it begins one.
CREATE OR REPLACE FUNCTION begin_book_check(p_id uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('SUPERVISOR', 'AUDITOR');
BEGIN
  INSERT INTO book_checks (id, asked_by) VALUES (p_id, who.user_id) ON CONFLICT (id) DO NOTHING;
  IF FOUND THEN INSERT INTO book_check_progress (check_id, total) SELECT p_id, (check_from_start(p_id)).total; END IF;
  RETURN book_check_view(p_id);
END $$;

CREATE OR REPLACE FUNCTION check_from_start(p_id uuid) RETURNS book_check_progress LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ROW(p_id, 'DAYS', NULL, NULL, NULL, 0, 0, coalesce(2 * sum(entry_count), 0), 0, '[]')::corex.book_check_progress FROM balances $$;

-- Some more steps.
CREATE OR REPLACE FUNCTION continue_book_check(p_id uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'AUDITOR');
  ended timestamptz := clock_timestamp() + check_call_length();
  progress book_check_progress;
BEGIN
  IF require_check(p_id) <> 'RUNNING' THEN RETURN book_check_view(p_id); END IF;
  SELECT * INTO progress FROM book_check_progress WHERE check_id = p_id;
  LOOP
    progress := check_next(progress);
    PERFORM keep_faults(p_id, progress.found);
    EXIT WHEN progress.phase = 'ENDED' OR clock_timestamp() > ended;
  END LOOP;
  UPDATE book_check_progress SET phase = progress.phase, at_branch = progress.at_branch, at_date = progress.at_date,
    at_account = progress.at_account, at_sequence = progress.at_sequence, done = least(progress.done, total), faults = progress.faults
    WHERE check_id = p_id;
  IF progress.phase = 'ENDED' THEN PERFORM end_book_check(p_id, 'DONE'); END IF;
  RETURN book_check_view(p_id);
END $$;

CREATE OR REPLACE FUNCTION cancel_book_check(p_id uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_maker('SUPERVISOR', 'AUDITOR');
  IF require_check(p_id) = 'RUNNING' THEN PERFORM end_book_check(p_id, 'CANCELLED'); END IF;
  RETURN book_check_view(p_id);
END $$;

-- Where nothing differs, the days that were closed before it began are sealed as checked.
CREATE OR REPLACE FUNCTION end_book_check(p_id uuid, p_status text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE found_faults int := (SELECT faults FROM book_check_progress WHERE check_id = p_id);
BEGIN
  UPDATE book_checks SET status = p_status, finished_at = clock_timestamp(), faults = found_faults WHERE id = p_id;
  IF p_status = 'DONE' AND found_faults = 0 THEN
    UPDATE day_seals SET checked_at = clock_timestamp() WHERE checked_at IS NULL
      AND sealed_at < (SELECT started_at FROM book_checks WHERE id = p_id);
  END IF;
END $$;

-- The newest check of the whole books with what it found; null before the first.
CREATE OR REPLACE FUNCTION last_book_check() RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_identity('SUPERVISOR', 'AUDITOR');
  RETURN book_check_view((SELECT id FROM book_checks ORDER BY started_at DESC LIMIT 1));
END $$;

CREATE OR REPLACE FUNCTION book_check_view(p_id uuid) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', c.id, 'status', c.status, 'askedBy', u.full_name, 'startedAt', c.started_at, 'finishedAt', c.finished_at,
    'done', p.done, 'total', p.total, 'faultCount', p.faults, 'faults', (SELECT coalesce(jsonb_agg(fault_view(f.fault, f.subject,
      f.currency, f.expected, f.found, f.on_date, f.reference) ORDER BY f.id), '[]') FROM book_check_faults f WHERE f.check_id = c.id))
  FROM book_checks c JOIN book_check_progress p ON p.check_id = c.id JOIN users u ON u.id = c.asked_by WHERE c.id = p_id $$;

-- How a check stands, held until this transaction ends, so that two people who continue it take turns.
CREATE OR REPLACE FUNCTION require_check(p_id uuid) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE stands text;
BEGIN
  SELECT status INTO stands FROM book_checks WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('CHECK_NOT_FOUND'); END IF;
  RETURN stands;
END $$;

-- Keeps differences of a check, as many as somebody would read; the number of all stands in its progress.
CREATE OR REPLACE FUNCTION keep_faults(p_check uuid, p_faults jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE kept int;
BEGIN
  IF p_faults = '[]' THEN RETURN; END IF;
  SELECT count(*) INTO kept FROM book_check_faults WHERE check_id = p_check;
  INSERT INTO book_check_faults (check_id, fault, subject, currency, expected, found, on_date, reference)
    SELECT p_check, f ->> 'fault', f ->> 'subject', f ->> 'currency', (f ->> 'expected')::numeric, (f ->> 'found')::numeric,
      (f ->> 'date')::date, f ->> 'reference'
    FROM jsonb_array_elements(p_faults) AS f LIMIT greatest(500 - kept, 0);
END $$;
