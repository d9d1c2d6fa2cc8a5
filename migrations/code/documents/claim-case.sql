-- A case is what waits of one customer. One supervisor at a time has it, who claimed it; in one that nobody has, anybody decides. A claim
-- ends with its holder's session, a quarter of an hour after it was last made, or when nothing of the customer waits any more.

CREATE OR REPLACE FUNCTION claim_lasts() RETURNS interval LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT interval '15 minutes' $$;

-- The claim on a customer's case that stands now, or a row of nulls. A session that is over holds nothing, however it ended.
CREATE OR REPLACE FUNCTION standing_claim(p_customer uuid) RETURNS kyc_claims LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT k FROM kyc_claims k JOIN sessions s ON s.id = k.session_id JOIN users u ON u.id = k.user_id
  WHERE k.customer_id = p_customer AND s.ended_at IS NULL AND s.epoch = u.session_epoch AND u.status = 'ACTIVE'
    AND clock_timestamp() < least(k.lapses_at, s.expires_at) $$;

-- Refuses a case that somebody else has.
CREATE OR REPLACE FUNCTION require_unclaimed(who identity, p_customer uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE holder uuid := (standing_claim(p_customer)).user_id;
BEGIN
  IF holder <> who.user_id THEN
    PERFORM refuse('CASE_CLAIMED', jsonb_build_object('name', (SELECT full_name FROM users WHERE id = holder)));
  END IF;
END $$;

-- Claims a customer's case, or makes one's own claim last anew. Of two who do at once, the second is refused.
CREATE OR REPLACE FUNCTION claim_case(p_customer uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('SUPERVISOR');
BEGIN
  PERFORM FROM customers WHERE id = p_customer FOR NO KEY UPDATE;
  PERFORM require_branch_of_customer(who, 'DOCUMENT_DECIDE', p_customer);
  PERFORM require_unclaimed(who, p_customer);
  INSERT INTO kyc_claims AS k (customer_id, user_id, session_id, lapses_at)
    VALUES (p_customer, who.user_id, who.session_id, clock_timestamp() + claim_lasts())
    ON CONFLICT (customer_id) DO UPDATE SET user_id = excluded.user_id, session_id = excluded.session_id,
      claimed_at = excluded.claimed_at, lapses_at = excluded.lapses_at;
  PERFORM write_audit(who.user_id, 'CASE_CLAIMED', 'customers', p_customer, '{}');
END $$;

-- Gives one's own claim up.
CREATE OR REPLACE FUNCTION release_case(p_customer uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('SUPERVISOR');
BEGIN
  PERFORM require_branch_of_customer(who, 'DOCUMENT_DECIDE', p_customer);
  DELETE FROM kyc_claims WHERE customer_id = p_customer AND user_id = who.user_id;
  IF FOUND THEN PERFORM write_audit(who.user_id, 'CASE_RELEASED', 'customers', p_customer, '{}'); END IF;
END $$;

-- What a session held is free when it ends, and whoever waits for it learns it at once.
CREATE OR REPLACE FUNCTION free_claims_of_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  DELETE FROM kyc_claims WHERE session_id = NEW.id;
  RETURN NULL;
END $$;

-- Tells every window that something of the cases changed: as for approvals, it asks anew.
CREATE OR REPLACE FUNCTION tell_of_cases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  NOTIFY corex_approvals;
  RETURN NULL;
END $$;
