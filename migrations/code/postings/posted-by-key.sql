-- A key is one posting, whoever sends it again.

-- The transaction that a key has made: of a person by their own keys, and of what the system derives by the system's. A person's key that
-- was settled as not posted is refused (intents/settle-intent.sql) when it is sent: not what follows from an approval or from a till, whose
-- keys can be reckoned by others, who would stop it.
CREATE OR REPLACE FUNCTION posted_by_key(p_maker uuid, p_key uuid, p_is_sent boolean, OUT posted_id uuid, OUT hash bytea)
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  settled uuid;
  held text;
BEGIN
  IF p_maker IS NOT NULL THEN held := pg_advisory_xact_lock_shared(key_lock(p_key)); END IF;
  SELECT t.id, t.payload_hash, s.id INTO posted_id, hash, settled FROM (VALUES (p_key)) AS asked (key)
    LEFT JOIN transactions t ON posting_key(t.idempotency_key, t.created_by) = posting_key(asked.key, p_maker)
      AND t.idempotency_key = asked.key AND t.created_by IS NOT DISTINCT FROM p_maker
    LEFT JOIN settled_intents s ON s.id = asked.key AND s.maker = p_maker AND s.outcome = 'NOT_POSTED' AND p_is_sent;
  IF posted_id IS NULL AND settled IS NOT NULL THEN PERFORM refuse('INTENT_SETTLED'); END IF;
END $$;
