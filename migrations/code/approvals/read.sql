-- What waits for a second person, and what came of it: for whoever proposed it, for those who decide its kind, and for auditors. What a
-- proposer may not take back was made of their count by the system, and would tell them what to count. Release 0300-code has no words for
-- three kinds, and no release before 0400-code has those of branches: they do not see them.

-- Whether it is the caller's own proposal of what another branch decides: that somebody moves there.
CREATE OR REPLACE FUNCTION sent_away(who identity, proposal approvals) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT proposal.proposed_by = who.user_id AND proposal.kind = 'USER_BRANCH' $$;

CREATE OR REPLACE FUNCTION may_see_approval(who identity, proposal approvals) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (may_cross(who, 'APPROVAL_READ', proposal.branch_id) OR sent_away(who, proposal)) AND (who.role = 'AUDITOR'
    OR CASE proposal.proposed_by WHEN who.user_id THEN k.may_withdraw OR proposal.status = 'APPROVED' ELSE decides(who, proposal) END)
  FROM approval_kinds k WHERE k.kind = proposal.kind AND (made_for('0350-code')
    OR k.kind NOT IN ('WORKSTATION_CODE', 'USER_CODE', 'CODE_ROLES')) AND (made_for('0400-code') OR k.kind NOT LIKE 'BRANCH\_%') $$;

-- One row of the list, in the shape of the contract.
CREATE OR REPLACE FUNCTION approval_row(who identity, a approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', a.id, 'kind', a.kind, 'subject',
    coalesce(a.shown_facts, a.facts, CASE WHEN a.status = 'PENDING' THEN facts_of(a) END) ->> 'subject',
    'subjectType', a.subject_type, 'subjectId', a.subject_id, 'status', a.status, 'proposedBy', proposer.full_name,
    'proposedAt', a.proposed_at, 'decidedBy', decider.full_name,
    'decidedBeside', beside.full_name, 'decidedAt', a.decided_at, 'reason', a.decision_reason,
    'failure', CASE WHEN a.status = 'FAILED' THEN a.result END, 'own', a.proposed_by = who.user_id,
    'mayDecide', a.status = 'PENDING' AND a.branch_id = who.branch_id AND a.proposed_by <> who.user_id
      AND a.concerns IS DISTINCT FROM who.user_id AND decides(who, a) AND one_hand(who, a.proposed_by) IS NULL)
  FROM users proposer LEFT JOIN users decider ON decider.id = a.decided_by LEFT JOIN users beside ON beside.id = a.decided_beside
  WHERE proposer.id = a.proposed_by $$;

-- The kinds that this person decides, as decides() says of each proposal: of a teller at a branch with two supervisors none.
CREATE OR REPLACE FUNCTION decided_kinds(who identity) RETURNS text[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN who.role <> 'TELLER' OR (SELECT count(*) < 2 FROM users
      WHERE branch_id = who.branch_id AND role = 'SUPERVISOR' AND status = 'ACTIVE')
    THEN ARRAY(SELECT kind::text FROM approval_kinds WHERE who.role = 'AUDITOR' OR who.role = ANY (deciders)) ELSE '{}' END $$;

-- The newest that were decided of those that a person may see: the own ones and the others, each by its index.
CREATE OR REPLACE FUNCTION decided_approvals(who identity, p_limit int) RETURNS SETOF approvals LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE kinds text[] := decided_kinds(who);
BEGIN
  RETURN QUERY (SELECT a.* FROM approvals a WHERE a.proposed_by = who.user_id AND a.status <> 'PENDING'
      AND (a.branch_id = who.branch_id OR who.role = 'AUDITOR' OR sent_away(who, a)) AND may_see_approval(who, a)
    ORDER BY a.decided_at DESC, a.id LIMIT p_limit);
  RETURN QUERY SELECT o.* FROM branches b, LATERAL (SELECT a.* FROM approvals a WHERE a.branch_id = b.id AND a.status <> 'PENDING'
      AND a.proposed_by <> who.user_id AND a.kind = ANY (kinds) AND may_see_approval(who, a)
      ORDER BY a.decided_at DESC, a.id LIMIT p_limit) AS o
    WHERE cardinality(kinds) > 0 AND (b.id = who.branch_id OR who.role = 'AUDITOR');
END $$;

-- The proposals that wait, longest wait first; or those that were decided, the latest first.
CREATE OR REPLACE FUNCTION list_approvals(p_waiting boolean, p_limit int) RETURNS SETOF jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'ADMIN', 'AUDITOR');
  most int := least(greatest(p_limit, 1), 200);
  n int;
BEGIN
  IF p_waiting THEN
    RETURN QUERY SELECT approval_row(who, a) FROM approvals a WHERE a.status = 'PENDING'
      AND (a.branch_id = who.branch_id OR who.role = 'AUDITOR' OR sent_away(who, a)) AND may_see_approval(who, a)
      ORDER BY a.proposed_at, a.id LIMIT most;
  ELSE
    RETURN QUERY SELECT approval_row(who, a) FROM decided_approvals(who, most) AS a ORDER BY a.decided_at DESC, a.id LIMIT most;
  END IF;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM count_reads(who, n);
END $$;

-- One proposal whole: the facts as they are now, or as they were when it was decided; those that changed since it was proposed; and the
-- hash that approving it names. The look is on record.
CREATE OR REPLACE FUNCTION read_approval(p_id uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'ADMIN', 'AUDITOR');
  proposal approvals;
  of_kind approval_kinds;
  now_ jsonb;
BEGIN
  SELECT * INTO proposal FROM approvals WHERE id = p_id;
  SELECT * INTO of_kind FROM approval_kinds WHERE kind = proposal.kind;
  IF NOT FOUND OR NOT may_see_approval(who, proposal) THEN PERFORM refuse('APPROVAL_NOT_FOUND'); END IF;
  PERFORM note_look(who, 'VIEWED', 'approvals', p_id);
  now_ := CASE WHEN proposal.status = 'PENDING' THEN facts_of(proposal) ELSE coalesce(proposal.shown_facts, proposal.facts) END;
  RETURN approval_row(who, proposal) || jsonb_build_object('facts', now_ || counts_shown(who, proposal),
    'before', coalesce(proposal.facts, now_),
    'changed', (SELECT coalesce(jsonb_agg(key ORDER BY key), '[]') FROM (SELECT key FROM jsonb_each(now_) UNION
      SELECT key FROM jsonb_each(coalesce(proposal.facts, now_))) AS keys
      WHERE now_ -> key IS DISTINCT FROM coalesce(proposal.facts, now_) -> key),
    'hash', encode(approval_hash(proposal, now_), 'hex'),
    'deciders', deciders_of(proposal), 'needsPassword', EXISTS (SELECT FROM proposed_passwords WHERE approval_id = p_id),
    'needsCount', of_kind.needs_count, 'needsReason', of_kind.needs_reason, 'reference', proposal.result ->> 'reference');
END $$;
