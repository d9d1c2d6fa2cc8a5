-- Two users are not always two people: whoever gives somebody a temporary password alone can sign in with it first. An administrator makes
-- tellers alone, and so is no second person to one, and two tellers of the same administrator are none to each other.

-- Who gave a user the last temporary password, alone; null where two people did, or the server's administrator, or nobody is known.
CREATE OR REPLACE FUNCTION password_giver(p_user uuid) RETURNS uuid LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT u.password_giver FROM users u WHERE u.id = p_user $$;

-- By whose hand a proposer and somebody who would decide may be one person; null where they are two. Users with power are made by two, but
-- for a branch's first second person, which is on record.
CREATE OR REPLACE FUNCTION one_hand(who identity, p_proposer uuid) RETURNS uuid LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE giver uuid;
BEGIN
  IF who.role = 'SUPERVISOR' OR has_power((SELECT role FROM users WHERE id = p_proposer)) THEN RETURN NULL; END IF;
  giver := password_giver(p_proposer);
  RETURN CASE WHEN giver = who.user_id OR NOT has_power(who.role) AND giver = password_giver(who.user_id) THEN giver END;
END $$;

-- Refuses a decision of somebody who may be the proposer as well.
CREATE OR REPLACE FUNCTION require_two_people(who identity, proposal approvals) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE giver uuid := one_hand(who, proposal.proposed_by);
BEGIN
  IF giver IS NOT NULL THEN
    PERFORM refuse('NOT_TWO_PEOPLE', jsonb_build_object('person', (SELECT full_name FROM users WHERE id = giver)));
  END IF;
END $$;
