-- A key is used by what a person posts or proposes, and settled by a workstation that lost the answer. Both at once would say "not posted"
-- of something that is posted a moment later: whoever uses a key shares its lock, and whoever settles it has the lock alone.

-- The locks are 256, however many keys a batch has: what shares one is held up for the moment of a settlement.
CREATE OR REPLACE FUNCTION key_lock(p_key uuid) RETURNS bigint LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN hashtextextended('corex key', 0) # (uuid_hash_extended(p_key, 0) & 255);
END $$;

-- From here to the end of the transaction the key is not settled by anybody.
CREATE OR REPLACE FUNCTION hold_key(p_key uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE held text := pg_advisory_xact_lock_shared(key_lock(p_key));
BEGIN
END $$;

-- Holds the key, and refuses one of which somebody was told that it is not posted by this person.
CREATE OR REPLACE FUNCTION require_unsettled(who identity, p_key uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM hold_key(p_key);
  PERFORM FROM settled_intents WHERE id = p_key AND maker = who.user_id AND outcome = 'NOT_POSTED';
  IF FOUND THEN PERFORM refuse('INTENT_SETTLED'); END IF;
END $$;

-- Holds the keys of a person's batch, and answers those that are settled as not posted.
CREATE OR REPLACE FUNCTION settled_keys(p_maker uuid, p_keys uuid[]) RETURNS uuid[] LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(lock) FROM (SELECT DISTINCT key_lock(key) AS lock FROM unnest(p_keys) AS key WHERE key IS NOT NULL)
    AS each;
  RETURN ARRAY(SELECT id FROM settled_intents WHERE id = ANY (p_keys) AND maker = p_maker AND outcome = 'NOT_POSTED');
END $$;
