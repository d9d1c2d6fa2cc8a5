-- Who has power: may decide, or may make users. One person alone neither makes, promotes nor lets in such a user.

CREATE OR REPLACE FUNCTION has_power(p_role user_role) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT p_role IN ('SUPERVISOR', 'ADMIN') $$;

-- Remembers the branch's second person with power, however that user came to it. From then on nobody is made alone.
CREATE OR REPLACE FUNCTION note_second_person() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  UPDATE branches SET second_person = NEW.id WHERE id = NEW.branch_id AND second_person IS NULL
    AND EXISTS (SELECT FROM users WHERE branch_id = NEW.branch_id AND id <> NEW.id AND has_power(role));
  RETURN NULL;
END $$;

-- Whether this user may be made, or given a temporary password, by the administrator alone: the bank's first second person, until
-- that one has signed in. The branch stays locked, so that two are not made at once. Where anybody else of the bank has or had power,
-- nobody is made alone, however few work at this branch: whoever is the first at a new one would be two people there.
CREATE OR REPLACE FUNCTION is_first_second_person(who identity, p_user uuid) RETURNS boolean LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE second uuid;
BEGIN
  PERFORM FROM branches WHERE id = who.branch_id FOR NO KEY UPDATE;
  SELECT second_person INTO second FROM branches WHERE id = who.branch_id;
  RETURN (second IS NULL OR second = p_user AND NOT EXISTS (SELECT FROM sessions WHERE user_id = p_user))
    AND NOT EXISTS (SELECT FROM users WHERE has_power(role) AND id NOT IN (who.user_id, p_user))
    AND NOT EXISTS (SELECT FROM branches WHERE second_person NOT IN (who.user_id, p_user));
END $$;

-- Refuses what needs a second person.
CREATE OR REPLACE FUNCTION require_no_power(VARIADIC roles user_role[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF (SELECT bool_or(has_power(role)) FROM unnest(roles) AS role) THEN PERFORM refuse('SECOND_PERSON_NEEDED'); END IF;
END $$;
