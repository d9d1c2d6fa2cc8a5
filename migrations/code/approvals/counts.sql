-- The counts of two people. A count is locked by a transaction of its own, before anything compares it: one that is taken back has told
-- nobody anything.

-- Locks what somebody counted. Sent twice, it is locked once; another figure is refused.
CREATE OR REPLACE FUNCTION lock_count(who identity, p_approval uuid, p_counted numeric) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO cash_counts (approval_id, counted_by, counted) VALUES (p_approval, who.user_id, p_counted) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    PERFORM write_audit(who.user_id, 'COUNTED', 'approvals', p_approval, '{}');
    RETURN;
  END IF;
  PERFORM FROM cash_counts WHERE approval_id = p_approval AND counted_by = who.user_id AND counted = p_counted;
  IF NOT FOUND THEN PERFORM refuse('COUNT_LOCKED'); END IF;
END $$;

-- What the caller counted of the cash of a proposal that somebody else made, in the branch's currency. Approving or declining it
-- follows in a transaction of its own.
CREATE OR REPLACE FUNCTION count_cash(p_id uuid, p_counted numeric) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR', 'ADMIN');
  proposal approvals := lock_approval(who, p_id);
BEGIN
  IF proposal.proposed_by = who.user_id OR count_by(p_id, who.user_id) IS NULL THEN
    PERFORM require_decider(who, proposal);
  END IF;
  PERFORM check_amount(p_counted, branch_currency(who.branch_id));
  PERFORM lock_count(who, p_id, p_counted);
END $$;

CREATE OR REPLACE FUNCTION count_by(p_approval uuid, p_user uuid) RETURNS numeric LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT counted FROM cash_counts WHERE approval_id = p_approval AND counted_by = p_user $$;

-- What both counted, or the refusal that names both figures.
CREATE OR REPLACE FUNCTION agreed_count(proposal approvals, who identity) RETURNS numeric LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  one numeric := count_by(proposal.id, proposal.proposed_by);
  other numeric := count_by(proposal.id, who.user_id);
BEGIN
  IF one IS DISTINCT FROM other THEN
    PERFORM refuse('COUNTS_DIFFER', jsonb_build_object('first', one::text, 'second', other::text,
      'currency', branch_currency(proposal.branch_id)));
  END IF;
  RETURN one;
END $$;

-- The counts that somebody may know: one's own, and both as soon as it is decided.
CREATE OR REPLACE FUNCTION counts_shown(who identity, proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(CASE counted_by WHEN proposal.proposed_by THEN 'firstCount' ELSE 'secondCount' END, counted::text), '{}')
  FROM cash_counts WHERE approval_id = proposal.id AND (counted_by = who.user_id
    OR proposal.status <> 'PENDING' AND counted_by IN (proposal.proposed_by, proposal.decided_by)) $$;

-- The proposer as whoever posts what was approved, at the workstation of the approval.
CREATE OR REPLACE FUNCTION as_proposer(who identity, proposal approvals) RETURNS identity LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  SELECT id, role INTO who.user_id, who.role FROM users WHERE id = proposal.proposed_by;
  RETURN who;
END $$;
