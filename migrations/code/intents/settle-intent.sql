-- Settling an intent whose answer a workstation never got: what its key has come to, whoever asks. A key that has come to nothing is used
-- up by the asking, so that a packet which arrives later posts nothing.

-- What a transaction of that key has come to, with the facts for the slip; no row where there is none.
CREATE OR REPLACE FUNCTION posting_outcome_of(p_key uuid, p_maker uuid) RETURNS SETOF jsonb LANGUAGE sql STABLE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('outcome', CASE t.status WHEN 'COMPLETED' THEN 'POSTED' WHEN 'PENDING' THEN 'WAITS' ELSE 'NOT_POSTED' END,
    'transactionId', t.id, 'reference', t.transaction_id, 'type', t.transaction_type, 'amount', t.amount::text, 'currency', t.currency,
    'reason', t.status_reason)
  FROM transaction_by_key(p_maker, p_key) AS t $$;

-- The same of a proposal: one that was approved is done, with the reference of what it posted, if it posted anything.
CREATE OR REPLACE FUNCTION proposal_outcome_of(p_key uuid, p_maker uuid) RETURNS SETOF jsonb LANGUAGE sql STABLE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('outcome', CASE a.status WHEN 'APPROVED' THEN 'POSTED' WHEN 'PENDING' THEN 'WAITS' ELSE 'NOT_POSTED' END,
    'reference', a.result ->> 'reference', 'reason', coalesce(a.result ->> 'code', a.decision_reason))
  FROM approvals a WHERE a.id = p_key AND a.proposed_by = p_maker $$;

-- The same of a till that was opened: with a float, what became of the float.
CREATE OR REPLACE FUNCTION opening_outcome_of(p_key uuid, p_maker uuid) RETURNS SETOF jsonb LANGUAGE sql STABLE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((SELECT * FROM proposal_outcome_of(derived_id(p_key, 'float'), p_maker)), jsonb_build_object('outcome', 'POSTED'))
  FROM till_sessions WHERE user_id = p_maker AND open_key = p_key $$;

-- The same of a file of payments: taken is what counts, because how far it is posted stands where it goes on.
CREATE OR REPLACE FUNCTION payments_outcome_of(p_key uuid, p_maker uuid) RETURNS SETOF jsonb LANGUAGE sql STABLE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('outcome', CASE p.status WHEN 'WAITING' THEN 'WAITS' WHEN 'DROPPED' THEN 'NOT_POSTED' ELSE 'POSTED' END,
    'reason', CASE WHEN p.status IN ('DROPPED', 'CANCELLED') THEN p.status END)
  FROM payment_imports p WHERE p.id = p_key AND p.requested_by = p_maker $$;

-- Whose intent it is and what it has come to, after which it stays so. Anybody of the maker's branch may ask: who did is on record.
-- Errors: OTHER_BRANCH, USER_NOT_FOUND.
CREATE OR REPLACE FUNCTION settle_intent(p_key uuid, p_maker uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN');
  person users;
  found_outcome jsonb;
BEGIN
  SELECT * INTO person FROM users WHERE id = p_maker;
  IF NOT FOUND THEN PERFORM refuse('USER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'INTENT_SETTLE', person.branch_id);
  PERFORM count_reads(who, 1);
  PERFORM pg_advisory_xact_lock(key_lock(p_key));
  SELECT * INTO found_outcome FROM posting_outcome_of(p_key, p_maker);
  IF NOT FOUND THEN SELECT * INTO found_outcome FROM payments_outcome_of(p_key, p_maker); END IF;
  IF NOT FOUND THEN SELECT * INTO found_outcome FROM proposal_outcome_of(p_key, p_maker); END IF;
  IF NOT FOUND THEN SELECT * INTO found_outcome FROM opening_outcome_of(p_key, p_maker); END IF;
  found_outcome := jsonb_build_object('outcome', 'NOT_POSTED') || coalesce(found_outcome, '{}');
  PERFORM acting_as('RECOVERY', 'SESSION', who.session_id);
  INSERT INTO settled_intents (id, branch_id, maker, outcome, asked_by)
    VALUES (p_key, person.branch_id, p_maker, found_outcome ->> 'outcome', who.user_id) ON CONFLICT (id) DO NOTHING;
  RETURN found_outcome || jsonb_build_object('maker', person.full_name);
END $$;
