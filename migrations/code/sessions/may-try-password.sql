-- Whether a password may be tried now, by the wrong ones of the last fifteen minutes. Five lock this user at this workstation, so that
-- a stranger at one workstation does not keep a colleague out at another; thirty lock the workstation, so that it cannot try all names.
-- Whoever guesses one name from many workstations, twenty times, has one try at each from then on: the person still signs in
-- everywhere, and as usual at a workstation where that person signed in within ninety days. Times in the future do not count, so
-- that a clock that was wrong locks nobody out. See docs/decisions/0011.
CREATE OR REPLACE FUNCTION may_try_password(p_user uuid, p_username text) RETURNS boolean LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  here bigint;
  at_workstation bigint;
  of_name bigint;
  familiar boolean;
BEGIN
  SELECT count(*) FILTER (WHERE username = p_username AND workstation = session_user), count(*) FILTER (WHERE workstation = session_user),
      count(*) FILTER (WHERE username = p_username)
    INTO here, at_workstation, of_name
    FROM sign_in_attempts WHERE (username = p_username OR workstation = session_user) AND allowed AND NOT good AND NOT forgiven
      AND tried_at BETWEEN clock_timestamp() - interval '15 minutes' AND clock_timestamp();
  familiar := EXISTS (SELECT FROM sessions WHERE user_id = p_user AND workstation = session_user
    AND created_at > clock_timestamp() - interval '90 days');
  RETURN at_workstation < 30 AND here < CASE WHEN of_name < 20 OR familiar THEN 5 ELSE 1 END;
END $$;

-- Where a user is locked out, and until when: at the workstations with five wrong passwords.
CREATE OR REPLACE FUNCTION lock_outs(p_username text) RETURNS TABLE (at_workstation text, locked_until timestamptz) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT workstation::text, (array_agg(tried_at ORDER BY tried_at DESC))[5] + interval '15 minutes'
  FROM sign_in_attempts WHERE username = p_username AND allowed AND NOT good AND NOT forgiven
    AND tried_at BETWEEN clock_timestamp() - interval '15 minutes' AND clock_timestamp()
  GROUP BY workstation HAVING count(*) >= 5 $$;

-- Until when the codes of a user are locked, by twenty wrong ones in a day, at a sign-in or beside somebody; NULL: they are not.
CREATE OR REPLACE FUNCTION codes_locked_until(p_username text) RETURNS timestamptz LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (array_agg(tried_at ORDER BY tried_at DESC))[20] + interval '1 day' FROM sign_in_attempts
  WHERE username = p_username AND (purpose = 'CODE' OR purpose = 'OVERRIDE' AND step = -1) AND NOT good AND NOT forgiven
    AND tried_at BETWEEN clock_timestamp() - interval '1 day' AND clock_timestamp() $$;

-- Starts the count again, at one workstation or at all. Not of attempts that a workstation keeps locked (record_attempts), which would
-- keep an administrator waiting for it: only that workstation stays locked.
CREATE OR REPLACE FUNCTION forgive_attempts(p_username text, p_workstation name DEFAULT NULL) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE sign_in_attempts SET forgiven = true WHERE id IN (SELECT id FROM sign_in_attempts
    WHERE username = p_username AND workstation = coalesce(p_workstation, workstation) AND NOT good AND NOT forgiven
    FOR UPDATE SKIP LOCKED) $$;
