-- Holds that people place: whoever freezes an account may hold a part of it, and a supervisor releases it. Those of postings that wait for
-- a second person are placed and released with the posting.

-- Holds an amount of a customer's account, with a reason, and where it has an end up to a business date. Sent twice, it is placed once.
CREATE OR REPLACE FUNCTION hold_funds(p_key uuid, p_account uuid, p_amount numeric, p_reason text, p_expires date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  account accounts := lock_account(who, p_account, p_reason);
  today date := date_of_branch(who.branch_id);
BEGIN
  IF p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  IF p_expires < today AND NOT EXISTS (SELECT FROM holds WHERE id = p_key) THEN
    PERFORM refuse('HOLD_ENDS_TOO_EARLY', jsonb_build_object('earliest', today));
  END IF;
  PERFORM place_hold(who, p_key, account.id, p_amount, clean_text(p_reason), 'PLACED', p_expires => p_expires);
END $$;

-- Releases a hold that somebody placed. Its account is locked before it is read, as for placing.
CREATE OR REPLACE FUNCTION release_funds(p_hold uuid, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  placed holds;
BEGIN
  SELECT * INTO placed FROM holds WHERE id = p_hold AND kind = 'PLACED';
  IF NOT FOUND THEN PERFORM refuse('HOLD_NOT_FOUND'); END IF;
  IF clean_text(p_reason) = '' THEN PERFORM refuse('VALIDATION'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_STATUS', (SELECT branch_id FROM accounts WHERE id = placed.account_id));
  PERFORM release_hold(who, p_hold, clean_text(p_reason));
END $$;

-- The holds of an account in the shape of the contract: those that hold, the newest first, and then the latest that were released.
CREATE OR REPLACE FUNCTION list_holds(p_account uuid) RETURNS SETOF jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  account accounts;
BEGIN
  SELECT * INTO account FROM accounts WHERE id = p_account AND customer_id IS NOT NULL;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_READ', account.branch_id);
  PERFORM count_reads(who, 1);
  RETURN QUERY SELECT jsonb_build_object('id', h.id, 'kind', h.kind, 'amount', h.amount::text, 'currency', h.currency, 'reason', h.reason,
      'placedBy', placer.full_name, 'placedAt', h.placed_at, 'expiresOn', h.expires_on, 'reference', t.transaction_id,
      'releasedBy', releaser.full_name, 'releasedAt', h.released_at, 'releaseReason', h.release_reason)
    FROM holds h LEFT JOIN users placer ON placer.id = h.placed_by LEFT JOIN users releaser ON releaser.id = h.released_by
      LEFT JOIN transactions t ON t.id = h.transaction_id
    WHERE h.account_id = p_account ORDER BY h.released_at IS NOT NULL, h.released_at DESC, h.placed_at DESC, h.id LIMIT 50;
END $$;

-- Releases holds whose last day was before this one: the branch was closed on it. As the system, in the order of their accounts.
CREATE OR REPLACE FUNCTION release_holds_before(p_branch uuid, p_date date, p_limit int) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  nobody identity;
  released int := 0;
  ended record;
BEGIN
  FOR ended IN SELECT h.id, h.expires_on FROM holds h JOIN accounts a ON a.id = h.account_id
      WHERE h.released_at IS NULL AND h.expires_on < p_date AND a.branch_id = p_branch ORDER BY h.account_id, h.id LIMIT p_limit LOOP
    PERFORM release_hold(nobody, ended.id, 'Ended on ' || ended.expires_on);
    released := released + 1;
  END LOOP;
  RETURN released;
END $$;

-- Releases the holds of a branch's accounts whose last day this is, as the day's jobs, in the order of their accounts.
CREATE OR REPLACE FUNCTION release_ended_holds(p_branch uuid, p_date date) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  nobody identity;
  released int := 0;
  ended uuid;
BEGIN
  FOR ended IN SELECT h.id FROM holds h JOIN accounts a ON a.id = h.account_id
      WHERE h.released_at IS NULL AND h.expires_on <= p_date AND a.branch_id = p_branch ORDER BY h.account_id, h.id LOOP
    PERFORM release_hold(nobody, ended, 'Ended on ' || p_date);
    released := released + 1;
  END LOOP;
  RETURN released;
END $$;
