-- A proposal is decided once, by somebody who may, who is neither its proposer nor the person whom it concerns, on what was shown.

-- The proposal, locked, of the caller's branch, or the caller's own that another branch decides. The branch first: closing its day takes
-- both in this order.
CREATE OR REPLACE FUNCTION lock_approval(who identity, p_id uuid) RETURNS approvals LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE proposal approvals;
BEGIN
  PERFORM hold_branch_day(who.branch_id);
  SELECT * INTO proposal FROM approvals WHERE id = p_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('APPROVAL_NOT_FOUND'); END IF;
  IF NOT sent_away(who, proposal) THEN PERFORM require_branch(who, 'APPROVAL_DECIDE', proposal.branch_id); END IF;
  RETURN proposal;
END $$;

-- Whether somebody is of a role that decides this kind. A teller does only where the branch has no supervisor but the proposer.
CREATE OR REPLACE FUNCTION decides(who identity, proposal approvals) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT who.role = ANY (deciders) AND (who.role <> 'TELLER' OR NOT EXISTS (SELECT FROM users
    WHERE branch_id = proposal.branch_id AND role = 'SUPERVISOR' AND status = 'ACTIVE' AND id <> proposal.proposed_by))
  FROM approval_kinds WHERE kind = proposal.kind $$;

-- Whether this person decides this kind, or the refusal. What has been decided is not decided again.
CREATE OR REPLACE FUNCTION require_decider(who identity, proposal approvals) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NOT decides(who, proposal) THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF proposal.status <> 'PENDING' THEN PERFORM refuse('ALREADY_DECIDED'); END IF;
  IF proposal.proposed_by = who.user_id THEN PERFORM refuse('OWN_PROPOSAL'); END IF;
  IF proposal.concerns = who.user_id THEN PERFORM refuse('OWN_CASE'); END IF;
  PERFORM require_two_people(who, proposal);
END $$;

-- Refuses what was proposed by somebody who may not propose it any more: suspended since, or of another role.
CREATE OR REPLACE FUNCTION require_proposer(proposal approvals, of_kind approval_kinds) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NOT of_kind.outlives_proposer AND NOT EXISTS (SELECT FROM users
      WHERE id = proposal.proposed_by AND status = 'ACTIVE' AND role = ANY (of_kind.proposers)) THEN
    PERFORM refuse('PROPOSER_MAY_NO_MORE');
  END IF;
END $$;

-- Ends a proposal that is not done: its kind puts back what it holds, and reads status, decider and reason of the row that it is given.
CREATE OR REPLACE FUNCTION end_approval(proposal approvals, p_status text, p_by uuid, p_reason text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE finisher name := (SELECT ender FROM approval_kinds WHERE kind = proposal.kind);
BEGIN
  proposal.status := p_status;
  proposal.decided_by := p_by;
  proposal.decision_reason := p_reason;
  IF finisher IS NOT NULL THEN EXECUTE format('SELECT %I($1)', finisher) USING proposal; END IF;
  UPDATE approvals SET status = p_status, decided_by = p_by, decided_at = clock_timestamp(), decision_reason = p_reason
    WHERE id = proposal.id;
  NOTIFY corex_approvals;
END $$;

-- Approves and does it, as `who`; p_beside is at whose session `who` signed with the own password. Where the kind's performer refuses,
-- the proposal ends as FAILED with the refusal as its result, or waits on if the kind says so. Sent again, it answers the same. What is
-- done is the proposer's with this approval as its cause, and the decision is the decider's.
CREATE OR REPLACE FUNCTION approve_as(who identity, p_id uuid, p_shown_hash bytea, p_beside uuid) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  proposal approvals := lock_approval(who, p_id);
  of_kind approval_kinds;
  shown jsonb;
  outcome jsonb;
  ended text := 'APPROVED';
  code text;
  facts text;
BEGIN
  IF proposal.status IN ('APPROVED', 'FAILED') AND (proposal.decided_by, proposal.shown_hash) = (who.user_id, p_shown_hash) THEN
    RETURN jsonb_build_object('status', proposal.status, 'result', proposal.result,
      'failure', CASE WHEN proposal.status = 'FAILED' THEN proposal.result END);
  END IF;
  IF p_beside IS NULL THEN PERFORM require_fresh_code(who); END IF;
  PERFORM require_decider(who, proposal);
  SELECT * INTO of_kind FROM approval_kinds WHERE kind = proposal.kind;
  PERFORM require_proposer(proposal, of_kind);
  shown := facts_of(proposal);
  IF p_shown_hash IS DISTINCT FROM approval_hash(proposal, shown) THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  IF EXISTS (SELECT FROM proposed_passwords WHERE approval_id = p_id AND second_half IS NULL) THEN
    PERFORM refuse('PASSWORD_HALF_MISSING');
  END IF;
  IF of_kind.needs_count AND count_by(p_id, who.user_id) IS NULL THEN PERFORM refuse('COUNT_MISSING'); END IF;
  IF of_kind.needs_reason AND proposal.decision_reason IS NULL THEN PERFORM refuse('REASON_MISSING'); END IF;
  BEGIN
    PERFORM acting_as('PERSON', 'APPROVAL', p_id, proposal.proposed_by);
    EXECUTE format('SELECT %I($1, $2)', of_kind.performer) INTO outcome USING proposal, who;
  EXCEPTION WHEN SQLSTATE 'CX000' THEN
    IF NOT of_kind.refusal_is_final THEN RAISE; END IF;
    GET STACKED DIAGNOSTICS code = CONSTRAINT_NAME, facts = PG_EXCEPTION_DETAIL;
    ended := 'FAILED';
    outcome := jsonb_build_object('code', code, 'details', facts::jsonb);
    proposal.status := ended;
    proposal.decided_by := who.user_id;
    proposal.result := outcome;
    IF of_kind.ender IS NOT NULL THEN EXECUTE format('SELECT %I($1)', of_kind.ender) USING proposal; END IF;
  END;
  PERFORM acting_as('PERSON', 'APPROVAL', p_id, who.user_id);
  UPDATE approvals SET status = ended, decided_by = who.user_id, decided_at = clock_timestamp(), decided_beside = p_beside,
    shown_facts = shown, shown_hash = p_shown_hash, result = outcome WHERE id = p_id;
  NOTIFY corex_approvals;
  RETURN jsonb_build_object('status', ended, 'result', outcome, 'failure', CASE WHEN ended = 'FAILED' THEN outcome END);
END $$;
