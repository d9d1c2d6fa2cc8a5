-- Cash that comes into the vault from outside and cash that leaves it, against suspense until head office settles it. A supervisor
-- counts and proposes, another person counts and approves.

-- p_direction is IN or OUT; p_counted what the caller counted, in the branch's currency. Sent twice, it is proposed once.
CREATE OR REPLACE FUNCTION propose_vault_cash(p_key uuid, p_direction text, p_counted numeric, p_description text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  money text := branch_currency(who.branch_id);
  vault uuid := branch_account(who.branch_id, 'VAULT');
BEGIN
  PERFORM check_amount(p_counted, money);
  IF p_counted = 0 THEN PERFORM refuse('AMOUNT_ZERO'); END IF;
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    PERFORM require_open_day(who.branch_id);
    IF p_direction = 'OUT' THEN PERFORM require_in_vault(who.branch_id, p_counted); END IF;
  END IF;
  PERFORM propose(who, p_key, 'VAULT_' || p_direction, 'accounts', vault, jsonb_build_object('description', clean_text(p_description)));
  IF count_by(p_key, who.user_id) <> p_counted THEN PERFORM refuse('KEY_REUSED'); END IF;
  PERFORM lock_count(who, p_key, p_counted);
END $$;

-- What whoever counts is shown: everything but how much.
CREATE OR REPLACE FUNCTION show_vault_cash(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', proposal.payload ->> 'description', 'currency', branch_currency(proposal.branch_id)) $$;

CREATE OR REPLACE FUNCTION perform_vault_cash(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  amount numeric := agreed_count(proposal, who);
  suspense uuid := branch_account(proposal.branch_id, 'SUSPENSE');
  legs posting_leg[] := CASE proposal.kind WHEN 'VAULT_IN' THEN debit_credit(proposal.subject_id, suspense, amount)
    ELSE debit_credit(suspense, proposal.subject_id, amount) END;
  posted_id uuid;
BEGIN
  posted_id := (write_posting(as_proposer(who, proposal), 'VAULT', proposal.id, 'TRANSFER', legs, branch_currency(proposal.branch_id),
    proposal.payload ->> 'description', p_cause_type => 'APPROVAL', p_cause_id => proposal.id)).posted_id;
  RETURN jsonb_build_object('posting', posted_id, 'reference', (SELECT transaction_id FROM transactions WHERE id = posted_id));
END $$;
