-- The overdraft of a current account and the principal of a loan are agreed by two people (approvals/propose.sql).

-- Refuses what is no limit of an account of this kind.
CREATE OR REPLACE FUNCTION check_limit(p_type account_type, p_currency text, p_limit numeric) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM check_amount(p_limit, p_currency);
  IF p_limit > 0 AND NOT (SELECT may_have_limit FROM account_kinds WHERE account_type = p_type) THEN
    PERFORM refuse('LIMIT_NOT_POSSIBLE');
  END IF;
END $$;

CREATE OR REPLACE FUNCTION put_limit(who identity, p_key uuid, account accounts, p_limit numeric) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM propose(who, p_key, 'AGREED_LIMIT', 'accounts', account.id,
    jsonb_build_object('limit', p_limit::numeric(15, 2)::text, 'currency', account.currency));
END $$;

-- Proposes another limit for an account, in the account's currency; 0 takes it away. Sent twice, it is proposed once.
CREATE OR REPLACE FUNCTION propose_limit(p_key uuid, p_account uuid, p_limit numeric) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  account accounts;
  proposer text;
BEGIN
  SELECT * INTO account FROM accounts WHERE id = p_account AND customer_id IS NOT NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_STATUS', account.branch_id), check_limit(account.account_type, account.currency, p_limit);
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    IF account.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', account.account_number)); END IF;
    IF account.agreed_limit = p_limit THEN PERFORM refuse('LIMIT_UNCHANGED'); END IF;
    SELECT u.full_name INTO proposer FROM approvals a JOIN users u ON u.id = a.proposed_by
      WHERE a.subject_id = account.id AND a.kind = 'AGREED_LIMIT' AND a.status = 'PENDING';
    IF FOUND THEN PERFORM refuse('LIMIT_WAITS', jsonb_build_object('proposer', proposer)); END IF;
  END IF;
  PERFORM put_limit(who, p_key, account, p_limit);
END $$;

CREATE OR REPLACE FUNCTION show_agreed_limit(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', concat_ws(' ', c.first_name, c.last_name), 'account', a.account_number,
    'accountType', a.account_type, 'accountStatus', a.status, 'currency', a.currency, 'limit', a.agreed_limit::text,
    'newLimit', proposal.payload ->> 'limit')
  FROM accounts a JOIN customers c ON c.id = a.customer_id WHERE a.id = proposal.subject_id $$;

-- Sets the limit that was approved. What is drawn already stays possible: a limit below it is refused.
CREATE OR REPLACE FUNCTION perform_agreed_limit(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  agreed numeric := (proposal.payload ->> 'limit')::numeric;
  balance balances;
  account accounts;
  after numeric;
BEGIN
  SELECT * INTO balance FROM balances WHERE account_id = proposal.subject_id FOR UPDATE;
  SELECT * INTO account FROM accounts WHERE id = proposal.subject_id;
  IF account.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', account.account_number)); END IF;
  SELECT available_of(kind, balance.ledger_balance, account.minimum_balance, agreed, balance.held) INTO after
    FROM account_kinds kind WHERE kind.account_type = account.account_type;
  IF agreed < account.agreed_limit AND after < 0 THEN
    PERFORM refuse('LIMIT_BELOW_USE', jsonb_build_object('available', (agreed - after)::text, 'currency', account.currency));
  END IF;
  IF abs(after) >= 1e13 THEN PERFORM refuse('BALANCE_TOO_LARGE'); END IF;
  UPDATE accounts SET agreed_limit = agreed WHERE id = account.id;
  UPDATE balances SET available_balance = after, updated_at = clock_timestamp() WHERE account_id = account.id;
  RETURN '{}';
END $$;
