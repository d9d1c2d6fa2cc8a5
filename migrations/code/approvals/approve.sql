-- The ways in which a proposal is decided: approved, declined, taken back, or lapsed with the day.

-- Approves what stands there now, for kinds with a screen of their own that binds the decision to what it shows.
CREATE OR REPLACE FUNCTION approve_as_it_is(who identity, p_id uuid) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE proposal approvals := lock_approval(who, p_id);
BEGIN
  RETURN approve_as(who, p_id, approval_hash(proposal, facts_of(proposal)), NULL);
END $$;

CREATE OR REPLACE FUNCTION approve(p_id uuid, p_shown_hash bytea) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN approve_as(require_maker('TELLER', 'SUPERVISOR', 'ADMIN'), p_id, p_shown_hash, NULL);
END $$;

-- Approves what takes a reason, which stays with it.
CREATE OR REPLACE FUNCTION approve_for_reason(p_id uuid, p_shown_hash bytea, p_reason text) RETURNS jsonb LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  proposal approvals := lock_approval(who, p_id);
BEGIN
  IF proposal.status = 'PENDING' THEN
    PERFORM require_decider(who, proposal);
    UPDATE approvals SET decision_reason = clean_text(p_reason) WHERE id = p_id;
  END IF;
  RETURN approve_as(who, p_id, p_shown_hash, NULL);
END $$;

-- Approves what gives somebody a temporary password: p_half is the second half of it, which the approver hands over, and p_wrapped_key
-- the document key under that half.
CREATE OR REPLACE FUNCTION approve_with_password(p_id uuid, p_shown_hash bytea, p_half text, p_wrapped_key bytea) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('SUPERVISOR', 'ADMIN');
BEGIN
  PERFORM lock_approval(who, p_id);
  UPDATE proposed_passwords SET second_half = p_half, wrapped_key = p_wrapped_key WHERE approval_id = p_id;
  RETURN approve_as(who, p_id, p_shown_hash, NULL);
END $$;

CREATE OR REPLACE FUNCTION decline(p_id uuid, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR', 'ADMIN');
  proposal approvals := lock_approval(who, p_id);
BEGIN
  PERFORM require_fresh_code(who);
  PERFORM require_decider(who, proposal);
  PERFORM end_approval(proposal, 'DECLINED', who.user_id, clean_text(p_reason));
END $$;

-- Takes one's own proposal back.
CREATE OR REPLACE FUNCTION withdraw(p_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR', 'ADMIN');
  proposal approvals := lock_approval(who, p_id);
BEGIN
  IF proposal.proposed_by <> who.user_id OR NOT (SELECT may_withdraw FROM approval_kinds WHERE kind = proposal.kind) THEN
    PERFORM refuse('APPROVAL_NOT_FOUND');
  END IF;
  IF proposal.status = 'WITHDRAWN' THEN RETURN; END IF;
  IF proposal.status <> 'PENDING' THEN PERFORM refuse('ALREADY_DECIDED'); END IF;
  PERFORM end_approval(proposal, 'WITHDRAWN', who.user_id, NULL);
END $$;

-- Ends what nobody has decided when the branch's day is closed. Its caller holds the branch.
CREATE OR REPLACE FUNCTION lapse_approvals(p_branch uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE proposal approvals;
BEGIN
  FOR proposal IN SELECT a.* FROM approvals a JOIN approval_kinds k ON k.kind = a.kind
      WHERE a.branch_id = p_branch AND a.status = 'PENDING' AND k.lapses ORDER BY a.id FOR UPDATE OF a LOOP
    PERFORM end_approval(proposal, 'LAPSED', NULL, NULL);
  END LOOP;
END $$;

-- Ends what was proposed on a day that is over and lapses with it. Its caller holds the branch. Answers how many.
CREATE OR REPLACE FUNCTION lapse_approvals_before(p_branch uuid, p_date date, p_limit int) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  proposal approvals;
  ended int := 0;
BEGIN
  FOR proposal IN SELECT a.* FROM approvals a JOIN approval_kinds k ON k.kind = a.kind
      WHERE a.branch_id = p_branch AND a.status = 'PENDING' AND k.lapses AND a.business_date < p_date
      ORDER BY a.id LIMIT p_limit FOR UPDATE OF a LOOP
    PERFORM end_approval(proposal, 'LAPSED', NULL, NULL);
    ended := ended + 1;
  END LOOP;
  RETURN ended;
END $$;
