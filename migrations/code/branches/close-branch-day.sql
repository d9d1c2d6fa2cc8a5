-- Tills that are held on this day keep it from being closed or withdrawn.
CREATE OR REPLACE FUNCTION require_tills_closed(p_day uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE still_open text;
BEGIN
  SELECT string_agg(t.name, ', ' ORDER BY t.name) INTO still_open
    FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.business_day_id = p_day AND s.closed_at IS NULL;
  IF still_open IS NOT NULL THEN PERFORM refuse('TILLS_STILL_OPEN', jsonb_build_object('tills', still_open)); END IF;
END $$;

-- Does a piece of one part of the day's jobs before the day is closed, of so many accounts at most, so that no call is long; two
-- connections may do interest and fees at the same time. Answers how this part stands: see advance_part().
CREATE OR REPLACE FUNCTION prepare_day_close(p_work text, p_limit int) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  day business_days := open_day(who.branch_id);
BEGIN
  PERFORM require_tills_closed(day.id);
  RETURN advance_part(begin_day_jobs(who.branch_id, day.business_date, who.user_id), p_work, least(greatest(p_limit, 1), 10000));
END $$;

-- Closes the branch's day: once every till is closed, what waits for a second person has ended with it, and what is left of the day's jobs
-- is done, everything is proved from one snapshot, and the proof is kept. Whatever does not prove is refused by name, and nothing is
-- closed then.
CREATE OR REPLACE FUNCTION close_branch_day() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  day business_days;
  proof jsonb;
  wrong uuid;
BEGIN
  PERFORM lock_branch_days(who.branch_id);
  day := open_day(who.branch_id);
  PERFORM require_tills_closed(day.id);
  PERFORM lapse_approvals(who.branch_id);
  PERFORM run_day_jobs(who.branch_id, day.business_date);
  PERFORM require_nothing_waits(day);
  PERFORM acting_as('PERSON', 'SESSION', who.session_id);
  -- Nobody posts on it any more: it is looked through once, for the seal, the trial balance and the proof of each posting and currency.
  wrong := look_and_seal(day);
  day.closed_at := clock_timestamp();
  SELECT content_of_proof(who, day, day.closed_at) INTO proof;
  PERFORM require_proven(day, proof, wrong);
  UPDATE business_days SET closed_by = who.user_id, closed_at = day.closed_at WHERE id = day.id;
  INSERT INTO day_proofs (id, content, hash) VALUES (day.id, proof, hash_of_proof(proof));
END $$;
