-- A day that was opened by mistake is taken back by two people, while nothing is posted on it.

CREATE OR REPLACE FUNCTION require_unposted_day(day business_days) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM transactions WHERE branch_id = day.branch_id AND business_date = day.business_date) THEN
    PERFORM refuse('DAY_HAS_POSTINGS', jsonb_build_object('date', day.business_date));
  END IF;
  PERFORM require_tills_closed(day.id);
END $$;

-- The first of the two: a supervisor says which day, and why. Returns the proposal that somebody else is to confirm.
CREATE OR REPLACE FUNCTION propose_day_withdrawal(p_date date, p_reason text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  day business_days;
  proposer text;
  proposal uuid;
BEGIN
  PERFORM lock_branch_days(who.branch_id);
  SELECT * INTO day FROM business_days WHERE branch_id = who.branch_id AND business_date = p_date AND withdrawn_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('DAY_NOT_FOUND'); END IF;
  PERFORM require_unposted_day(day);
  SELECT u.full_name INTO proposer FROM day_withdrawals w JOIN users u ON u.id = w.proposed_by
    WHERE w.business_day_id = day.id AND w.status = 'PROPOSED';
  IF FOUND THEN PERFORM refuse('WITHDRAWAL_PENDING', jsonb_build_object('proposer', proposer)); END IF;
  INSERT INTO day_withdrawals (business_day_id, reason, proposed_by) VALUES (day.id, clean_text(p_reason), who.user_id)
    RETURNING id INTO proposal;
  PERFORM propose(who, proposal, 'DAY_WITHDRAWAL', 'business_days', day.id, '{}');
  RETURN proposal;
END $$;

-- A proposal of the branch that nobody has decided yet, held for deciding.
CREATE OR REPLACE FUNCTION require_proposal(who identity, p_proposal uuid) RETURNS day_withdrawals LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE proposal day_withdrawals;
BEGIN
  PERFORM lock_branch_days(who.branch_id);
  SELECT w.* INTO proposal FROM day_withdrawals w JOIN business_days d ON d.id = w.business_day_id
    WHERE w.id = p_proposal AND w.status = 'PROPOSED' AND d.branch_id = who.branch_id;
  IF NOT FOUND THEN PERFORM refuse('WITHDRAWAL_NOT_FOUND'); END IF;
  RETURN proposal;
END $$;

-- What the second person is shown: the day, and why it is to be taken back.
CREATE OR REPLACE FUNCTION show_day_withdrawal(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', d.business_date, 'businessDate', d.business_date, 'dayStatus', d.status, 'why', w.reason)
  FROM day_withdrawals w JOIN business_days d ON d.id = w.business_day_id WHERE w.id = proposal.id $$;

-- Takes the day back. If something was posted on it meanwhile, it stands.
CREATE OR REPLACE FUNCTION perform_day_withdrawal(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE day business_days;
BEGIN
  PERFORM lock_branch_days(proposal.branch_id);
  SELECT * INTO day FROM business_days WHERE id = proposal.subject_id;
  PERFORM require_unposted_day(day), acting_as('PERSON', 'APPROVAL', proposal.id, who.user_id);
  UPDATE day_withdrawals SET status = 'CONFIRMED', decided_by = who.user_id, decided_at = clock_timestamp() WHERE id = proposal.id;
  UPDATE business_days SET withdrawn_at = clock_timestamp(), closed_by = coalesce(closed_by, who.user_id),
    closed_at = coalesce(closed_at, clock_timestamp()) WHERE id = day.id;
  RETURN '{}';
END $$;

CREATE OR REPLACE FUNCTION end_day_withdrawal(proposal approvals) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  UPDATE day_withdrawals SET status = 'DROPPED', decided_by = proposal.decided_by, decided_at = clock_timestamp()
    WHERE id = proposal.id $$;

-- The second of the two confirms it on the screen of the day.
CREATE OR REPLACE FUNCTION confirm_day_withdrawal(p_proposal uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  proposal day_withdrawals := require_proposal(who, p_proposal);
BEGIN
  PERFORM approve_as_it_is(who, proposal.id);
END $$;

-- Takes a proposal back; the day stands. Its proposer may, too.
CREATE OR REPLACE FUNCTION drop_day_withdrawal(p_proposal uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  proposal day_withdrawals := require_proposal(who, p_proposal);
  is_own boolean := proposal.proposed_by = who.user_id;
BEGIN
  PERFORM end_approval(lock_approval(who, proposal.id), CASE WHEN is_own THEN 'WITHDRAWN' ELSE 'DECLINED' END, who.user_id,
    CASE WHEN NOT is_own THEN 'The day stands.' END);
END $$;

-- The proposals of the branch that wait for a second person, the oldest first.
CREATE OR REPLACE FUNCTION list_day_withdrawals()
RETURNS TABLE (id uuid, business_date date, reason text, proposed_by text, proposed_at timestamptz, own boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE who identity := require_identity('SUPERVISOR', 'ADMIN');
BEGIN
  RETURN QUERY SELECT w.id, d.business_date, w.reason::text, u.full_name::text, w.proposed_at, w.proposed_by = who.user_id
    FROM day_withdrawals w JOIN business_days d ON d.id = w.business_day_id JOIN users u ON u.id = w.proposed_by
    WHERE d.branch_id = who.branch_id AND w.status = 'PROPOSED' ORDER BY w.proposed_at;
END $$;
