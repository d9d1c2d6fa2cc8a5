-- Cash between the vault and a till: the holder counts and proposes, somebody else counts and approves. Both have counted before it is
-- posted: a float at the opening, more cash during the day, and cash that goes back.

-- The till session that the caller holds and works with, kept from being counted meanwhile; or the refusal.
CREATE OR REPLACE FUNCTION held_session(who identity) RETURNS till_sessions LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE held till_sessions;
BEGIN
  SELECT * INTO held FROM till_sessions WHERE user_id = who.user_id AND closed_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM refuse('TILL_NOT_OPEN'); END IF;
  IF held.count_locked_at IS NOT NULL THEN PERFORM refuse('TILL_COUNTED'); END IF;
  RETURN held;
END $$;

-- Refuses more than stands in the vault, before anybody counts it a second time. It is asked again when it is posted.
CREATE OR REPLACE FUNCTION require_in_vault(p_branch uuid, p_amount numeric) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE there numeric := (SELECT ledger_balance FROM balances WHERE account_id = branch_account(p_branch, 'VAULT'));
BEGIN
  IF p_amount > there THEN
    PERFORM refuse('VAULT_SHORT_OF_CASH', jsonb_build_object('available', there::text, 'currency', branch_currency(p_branch)));
  END IF;
END $$;

CREATE OR REPLACE FUNCTION put_till_cash(who identity, p_key uuid, p_kind text, p_session uuid, p_counted numeric, p_payload jsonb)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_kind = 'TILL_IN' AND NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    PERFORM require_in_vault(who.branch_id, p_counted);
  END IF;
  PERFORM propose(who, p_key, p_kind, 'till_sessions', p_session, p_payload);
  IF count_by(p_key, who.user_id) <> p_counted THEN PERFORM refuse('KEY_REUSED'); END IF;
  PERFORM lock_count(who, p_key, p_counted);
END $$;

-- p_direction is IN, from the vault into the caller's till, or OUT; p_counted what the caller counted. Sent twice, it is proposed once.
CREATE OR REPLACE FUNCTION propose_till_cash(p_key uuid, p_direction text, p_counted numeric) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  session_id uuid := (SELECT subject_id FROM approvals WHERE id = p_key);
BEGIN
  IF (p_direction IN ('IN', 'OUT')) IS NOT TRUE THEN PERFORM refuse('VALIDATION'); END IF; -- other kinds begin with TILL_ too
  PERFORM check_amount(p_counted, branch_currency(who.branch_id));
  IF p_counted = 0 THEN PERFORM refuse('AMOUNT_ZERO'); END IF;
  IF session_id IS NULL THEN session_id := (held_session(who)).id; END IF;
  PERFORM put_till_cash(who, p_key, 'TILL_' || p_direction, session_id, p_counted, '{}');
END $$;

-- What whoever counts is shown, of cash for a till and of a till that is closed: everything but how much.
CREATE OR REPLACE FUNCTION show_till_cash(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', t.name, 'holder', u.full_name, 'currency', branch_currency(proposal.branch_id))
  FROM till_sessions s JOIN tills t ON t.id = s.till_id JOIN users u ON u.id = s.user_id WHERE s.id = proposal.subject_id $$;

CREATE OR REPLACE FUNCTION perform_till_cash(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  held till_sessions;
  amount numeric := agreed_count(proposal, who);
  vault uuid := branch_account(proposal.branch_id, 'VAULT');
  is_float boolean := proposal.payload ? 'opening';
  cash uuid;
  posted_id uuid;
BEGIN
  SELECT * INTO held FROM till_sessions WHERE id = proposal.subject_id FOR NO KEY UPDATE;
  IF held.closed_at IS NOT NULL OR held.count_locked_at IS NOT NULL THEN PERFORM refuse('TILL_NOT_OPEN'); END IF;
  cash := till_account(held.till_id);
  posted_id := (write_posting(as_proposer(who, proposal), 'TILL', derived_key(proposal.id, 'cash'), 'TRANSFER',
    CASE proposal.kind WHEN 'TILL_IN' THEN debit_credit(cash, vault, amount) ELSE debit_credit(vault, cash, amount) END,
    branch_currency(proposal.branch_id),
    CASE WHEN is_float THEN 'Till float' WHEN proposal.kind = 'TILL_IN' THEN 'Cash to the till' ELSE 'Cash from the till' END,
    p_cause_type => 'TILL_SESSION', p_cause_id => held.id)).posted_id;
  IF is_float THEN UPDATE till_sessions SET opening_float = opening_float + amount WHERE id = held.id; END IF;
  RETURN jsonb_build_object('posting', posted_id, 'reference', (SELECT transaction_id FROM transactions WHERE id = posted_id));
END $$;
