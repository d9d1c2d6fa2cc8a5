-- A decision at somebody else's workstation: the decider stands beside the person who works there and signs with the own user name and
-- password, and a code where that is somebody with a second factor, as a sign-in in two calls (sessions/try-password.sql) that is bound to
-- one proposal. It opens no session and ends none: not that of the workstation, and not the decider's own at another one. Both people are
-- on record.

CREATE OR REPLACE FUNCTION begin_override(p_approval uuid, p_username text, p_password text, p_code text DEFAULT NULL,
  p_key bytea DEFAULT NULL) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_identity('TELLER', 'SUPERVISOR', 'ADMIN');
  RETURN try_password('OVERRIDE', p_username, p_password, p_approval::text, p_code, p_key);
END $$;

-- Decides with the ticket: approves what was shown, or with a reason declines. NULL says that the password was wrong or locked, and not an
-- error, which would undo the audit row.
CREATE OR REPLACE FUNCTION decide_beside(p_id uuid, p_shown_hash bytea, p_ticket text, p_reason text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  here identity := require_maker('TELLER', 'SUPERVISOR', 'ADMIN');
  u users;
  who identity;
  proposal approvals;
BEGIN
  SELECT * INTO u FROM take_ticket('OVERRIDE', p_ticket, p_id::text);
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF u.must_change_password THEN PERFORM refuse('PASSWORD_CHANGE_REQUIRED'); END IF;
  who := ROW(u.id, u.role, u.branch_id, here.session_id, false, here.build)::identity;
  IF p_reason IS NULL THEN RETURN approve_as(who, p_id, p_shown_hash, here.user_id); END IF;
  proposal := lock_approval(who, p_id);
  PERFORM require_decider(who, proposal);
  PERFORM acting_as('PERSON', 'APPROVAL', p_id, who.user_id);
  UPDATE approvals SET decided_beside = here.user_id WHERE id = p_id;
  PERFORM end_approval(proposal, 'DECLINED', who.user_id, clean_text(p_reason));
  RETURN jsonb_build_object('status', 'DECLINED', 'result', NULL, 'failure', NULL);
END $$;

-- Who may decide a proposal that waits, to choose from beside the workstation. At one of release 0300-code nobody gives a code.
CREATE OR REPLACE FUNCTION deciders_of(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('username', u.username, 'fullName', u.full_name, 'givesCode', has_factor(u.id))
    ORDER BY u.full_name, u.username), '[]')
  FROM users u JOIN approval_kinds k ON k.kind = proposal.kind AND u.role = ANY (k.deciders) AND NOT k.needs_count AND NOT k.needs_reason
  WHERE proposal.status = 'PENDING' AND u.branch_id = proposal.branch_id AND u.status = 'ACTIVE' AND NOT u.must_change_password
    AND u.id <> proposal.proposed_by AND u.id IS DISTINCT FROM proposal.concerns
    AND CASE WHEN has_factor(u.id) THEN made_for('0350-code') ELSE NOT needs_factor(u) END $$;
