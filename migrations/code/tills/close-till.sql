-- A till is closed by two people. The first one, its holder or a supervisor, locks a blind count: from then on nothing is posted on it.
-- The second one takes the cash and counts it too. Equal counts close it: the difference to the books is posted, the cash is back in the
-- vault, and only then is it told what was expected. A difference above the branch's tolerance waits for a supervisor. Different counts
-- open it for another count.

-- The first count, of the caller's till or for a supervisor of the one that is named. The key is the proposal's id. Answers the session.
CREATE OR REPLACE FUNCTION close_till(p_key uuid, p_counted numeric, p_till uuid DEFAULT NULL)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  held till_sessions;
BEGIN
  IF p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  PERFORM check_amount(p_counted, branch_currency(who.branch_id));
  IF p_till IS NOT NULL AND who.role <> 'SUPERVISOR' THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF p_till IS NOT NULL AND NOT EXISTS (SELECT FROM tills WHERE id = p_till AND branch_id = who.branch_id) THEN
    PERFORM refuse('TILL_NOT_FOUND');
  END IF;
  SELECT * INTO held FROM till_sessions
    WHERE closed_at IS NULL AND (till_id = p_till OR p_till IS NULL AND user_id = who.user_id) FOR UPDATE;
  IF EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    -- sent before, or the same call finished first on another connection
    SELECT s.* INTO held FROM approvals a JOIN till_sessions s ON s.id = a.subject_id
      WHERE a.id = p_key AND a.kind = 'TILL_CLOSE' AND a.proposed_by = who.user_id;
    IF NOT FOUND OR held.till_id <> coalesce(p_till, held.till_id) OR p_till IS NULL AND held.user_id <> who.user_id
        OR count_by(p_key, who.user_id) <> p_counted THEN
      PERFORM refuse('KEY_REUSED');
    END IF;
    RETURN held.id;
  END IF;
  IF held.id IS NULL THEN PERFORM refuse('TILL_NOT_OPEN'); END IF;
  IF held.count_locked_at IS NOT NULL THEN PERFORM refuse('TILL_COUNTED'); END IF;
  -- Whatever is being posted is committed before the count stands, or is refused.
  PERFORM FROM balances WHERE account_id = till_account(held.till_id) FOR UPDATE;
  UPDATE till_sessions SET count_locked_at = clock_timestamp() WHERE id = held.id;
  PERFORM put_till_cash(who, p_key, 'TILL_CLOSE', held.id, p_counted, '{}');
  RETURN held.id;
END $$;
