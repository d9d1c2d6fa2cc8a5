-- What becomes of a till when the second person has counted it, or has decided on a difference.

-- What a count and the books differ by, between the till and what was short or over. The count is its person's, and so is the cash that
-- goes back to the vault; the difference is the system's correction, and nobody's posting.
CREATE OR REPLACE FUNCTION post_difference(who identity, held till_sessions, p_cash uuid, p_difference numeric, p_currency text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  legs posting_leg[] := CASE WHEN p_difference < 0
    THEN debit_credit(branch_account(who.branch_id, 'CASH_SHORT'), p_cash, -p_difference)
    ELSE debit_credit(p_cash, branch_account(who.branch_id, 'CASH_OVER'), p_difference) END;
BEGIN
  IF p_difference = 0 THEN RETURN; END IF;
  PERFORM write_posting(who, 'TILL', derived_key(held.id, 'difference'), 'TRANSFER', legs, p_currency,
    CASE WHEN p_difference < 0 THEN 'Till shortage' ELSE 'Till surplus' END,
    p_actor => 'CORRECTION', p_cause_type => 'TILL_SESSION', p_cause_id => held.id);
END $$;

-- Closes it on what both counted, as the first one's count.
CREATE OR REPLACE FUNCTION finish_till(who identity, held till_sessions, p_key uuid, p_counted numeric, p_expected numeric) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  cash uuid := till_account(held.till_id);
  money text := branch_currency(who.branch_id);
BEGIN
  PERFORM post_difference(who, held, cash, p_counted - p_expected, money);
  IF p_counted > 0 THEN
    PERFORM write_posting(who, 'TILL', derived_key(p_key, 'return'), 'TRANSFER',
      debit_credit(branch_account(who.branch_id, 'VAULT'), cash, p_counted), money, 'Till cash returned',
      p_cause_type => 'TILL_SESSION', p_cause_id => held.id);
  END IF;
  UPDATE till_sessions SET close_key = p_key, expected = p_expected, counted = p_counted, closed_by = who.user_id,
    closed_at = clock_timestamp() WHERE id = held.id;
END $$;

-- What the books say of a till that is being closed, locked.
CREATE OR REPLACE FUNCTION expected_in(held till_sessions) RETURNS numeric LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE should_be numeric;
BEGIN
  IF held.closed_at IS NOT NULL THEN PERFORM refuse('TILL_NOT_OPEN'); END IF;
  SELECT ledger_balance INTO should_be FROM balances WHERE account_id = till_account(held.till_id) FOR UPDATE;
  RETURN should_be;
END $$;

CREATE OR REPLACE FUNCTION perform_till_close(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  counter identity := as_proposer(who, proposal);
  agreed numeric := agreed_count(proposal, who);
  held till_sessions;
  should_be numeric;
BEGIN
  SELECT * INTO held FROM till_sessions WHERE id = proposal.subject_id FOR UPDATE;
  should_be := expected_in(held);
  IF abs(agreed - should_be) > (SELECT count_tolerance FROM branches WHERE id = proposal.branch_id) THEN
    PERFORM propose(counter, derived_id(proposal.id, 'decision'), 'TILL_DIFFERENCE', 'till_sessions', held.id,
      jsonb_build_object('counted', agreed::text, 'second', who.user_id), held.user_id);
    RETURN jsonb_build_object('difference', derived_id(proposal.id, 'decision'));
  END IF;
  PERFORM finish_till(counter, held, proposal.id, agreed, should_be);
  RETURN '{}';
END $$;

-- Both counts stand, so that what was expected can be told.
CREATE OR REPLACE FUNCTION show_till_difference(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT show_till_cash(proposal) || jsonb_build_object('counted', proposal.payload ->> 'counted', 'expected', should_be::text,
    'difference', ((proposal.payload ->> 'counted')::numeric - should_be)::text, 'tolerance', b.count_tolerance::text,
    'secondPerson', second.full_name)
  FROM till_sessions s JOIN branches b ON b.id = proposal.branch_id JOIN users second ON second.id = (proposal.payload ->> 'second')::uuid
    CROSS JOIN LATERAL (SELECT coalesce(s.expected,
      (SELECT ledger_balance FROM balances WHERE account_id = till_account(s.till_id)))) AS books (should_be)
  WHERE s.id = proposal.subject_id $$;

CREATE OR REPLACE FUNCTION perform_till_difference(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE held till_sessions;
BEGIN
  SELECT * INTO held FROM till_sessions WHERE id = proposal.subject_id FOR UPDATE;
  PERFORM finish_till(as_proposer(who, proposal), held, proposal.id, (proposal.payload ->> 'counted')::numeric, expected_in(held));
  RETURN '{}';
END $$;

-- A count that came to nothing: the till is in use again, and is counted anew.
CREATE OR REPLACE FUNCTION end_till_close(proposal approvals) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE till_sessions SET count_locked_at = NULL WHERE id = proposal.subject_id AND closed_at IS NULL $$;
