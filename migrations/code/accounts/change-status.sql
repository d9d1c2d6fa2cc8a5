-- Freezing, unfreezing and closing an account: one account a call, each with its reason, at the branch that keeps the account.

-- The account as it stands now, its balance locked: a posting takes the same lock, so that neither overtakes the other. It counts as read,
-- because a refusal tells its balance.
CREATE OR REPLACE FUNCTION lock_account(who identity, p_account uuid, p_reason text) RETURNS accounts LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE account accounts;
BEGIN
  IF coalesce(clean_text(p_reason), '') = '' THEN PERFORM refuse('VALIDATION'); END IF;
  PERFORM FROM balances WHERE account_id = p_account FOR UPDATE;
  SELECT * INTO account FROM accounts WHERE id = p_account AND customer_id IS NOT NULL;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_STATUS', account.branch_id);
  PERFORM count_reads(who, 1);
  IF account.status = 'CLOSED' THEN PERFORM refuse('ACCOUNT_CLOSED', jsonb_build_object('account', account.account_number)); END IF;
  RETURN account;
END $$;

-- Stops every posting on the account.
CREATE OR REPLACE FUNCTION freeze_account(p_account uuid, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE account accounts := lock_account(require_maker('TELLER', 'SUPERVISOR'), p_account, p_reason);
BEGIN
  IF account.status = 'SUSPENDED' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', account.account_number)); END IF;
  UPDATE accounts SET status = 'SUSPENDED', frozen_from = status, status_reason = clean_text(p_reason) WHERE id = p_account;
END $$;

-- Ends that. An account that was dormant is dormant still: taking it out of that asks for more (dormancy.sql).
CREATE OR REPLACE FUNCTION unfreeze_account(p_account uuid, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE account accounts := lock_account(require_maker('SUPERVISOR'), p_account, p_reason);
BEGIN
  IF account.status <> 'SUSPENDED' THEN PERFORM refuse('ACCOUNT_NOT_FROZEN'); END IF;
  UPDATE accounts SET status = coalesce(frozen_from, 'ACTIVE'), frozen_from = NULL, status_reason = clean_text(p_reason)
    WHERE id = p_account;
END $$;

-- For good: nothing is held of it, its interest is settled, and its balance is zero.
CREATE OR REPLACE FUNCTION close_account(p_account uuid, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  account accounts := lock_account(who, p_account, p_reason);
  ledger numeric := (SELECT ledger_balance FROM balances WHERE account_id = p_account);
BEGIN
  IF account.status = 'SUSPENDED' THEN PERFORM refuse('ACCOUNT_FROZEN', jsonb_build_object('account', account.account_number)); END IF;
  PERFORM require_settled(who, account);
  IF ledger <> 0 THEN PERFORM refuse('BALANCE_NOT_ZERO', jsonb_build_object('balance', ledger::text, 'currency', account.currency)); END IF;
  UPDATE accounts SET status = 'CLOSED', status_reason = clean_text(p_reason) WHERE id = p_account;
END $$;

-- From when on the documents of a customer without another account are no longer needed.
CREATE OR REPLACE FUNCTION stamp_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  NEW.closed_on := coalesce(NEW.closed_on, limit_date(NEW.branch_id));
  RETURN NEW;
END $$;
