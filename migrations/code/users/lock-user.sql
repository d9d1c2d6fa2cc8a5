-- What an administrator changes of a person, that person may hold locked, in a transaction that does not end; and so may whoever has
-- their token. It is ended then, with what it holds.

-- Locks the row of a user, its key and its device, and first the rows of all administrators of the branch: two who suspend each other
-- at the same moment would leave none. FOR UPDATE would hold up that user's postings.
CREATE OR REPLACE FUNCTION lock_user(p_user uuid, p_branch uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET lock_timeout = '500ms' AS $$
BEGIN
  FOR n IN 1..5 LOOP
    BEGIN
      PERFORM FROM users WHERE id = p_user OR role = 'ADMIN' AND branch_id = p_branch ORDER BY id FOR NO KEY UPDATE;
      PERFORM FROM user_keys WHERE user_id = p_user FOR NO KEY UPDATE;
      PERFORM FROM second_factors WHERE user_id = p_user FOR NO KEY UPDATE;
      PERFORM FROM recovery_codes WHERE user_id = p_user ORDER BY number FOR UPDATE;
      RETURN;
    EXCEPTION WHEN lock_not_available THEN
      IF n = 5 THEN RAISE; END IF;
      PERFORM interrupt_users(ARRAY(SELECT id FROM users WHERE id = p_user OR role = 'ADMIN' AND branch_id = p_branch));
    END;
  END LOOP;
END $$;

-- Ends transactions that were left open at the workstations where these people signed in within a day.
CREATE OR REPLACE FUNCTION interrupt_users(p_users uuid[]) RETURNS void LANGUAGE sql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT corex_logins.interrupt(w.login) FROM (SELECT DISTINCT workstation AS login FROM sessions
    WHERE user_id = ANY (p_users) AND created_at > clock_timestamp() - interval '1 day' AND workstation ~ '^ws_') AS w $$;
