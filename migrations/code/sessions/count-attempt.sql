-- A failed sign-in must count even if the caller rolls back, and no row lock may let an outsider block a user:
-- sequences are outside transactions, so each user has one that counts and one that keeps the time of the last attempt;
-- and one that counts what is read (audit/note-look.sql).
CREATE OR REPLACE FUNCTION make_attempt_counters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE suffix text := replace(NEW.id::text, '-', '');
BEGIN
  EXECUTE format('CREATE SEQUENCE corex.%I', 'attempts_' || suffix);
  EXECUTE format('CREATE SEQUENCE corex.%I', 'attempted_' || suffix);
  EXECUTE format('CREATE SEQUENCE corex.%I', 'reads_' || suffix);
  RETURN NULL;
END $$;

-- Starts the count again.
CREATE OR REPLACE FUNCTION reset_attempts(p_user uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM setval(('corex.attempts_' || replace(p_user::text, '-', ''))::regclass, 1, false);
END $$;

-- Counts this attempt and says whether the password may be checked: five in a row, then none for fifteen minutes.
CREATE OR REPLACE FUNCTION count_attempt(p_user uuid) RETURNS boolean LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  attempts regclass := ('corex.attempts_' || replace(p_user::text, '-', ''))::regclass;
  attempted regclass := ('corex.attempted_' || replace(p_user::text, '-', ''))::regclass;
  this_second bigint := extract(epoch FROM clock_timestamp());
  last_second bigint;
  n bigint;
BEGIN
  EXECUTE format('SELECT last_value FROM %s', attempted) INTO last_second;
  IF last_second > 1 AND this_second - last_second > 900 THEN PERFORM reset_attempts(p_user); END IF;
  n := nextval(attempts);
  IF n <= 5 THEN PERFORM setval(attempted, this_second); END IF; -- attempts during the lock do not prolong it
  RETURN n <= 5;
END $$;
