-- Another vault key, and another recovery sheet: an administrator proposes it, somebody else approves, and then an administrator does it
-- once, at the own workstation, because no key ever is where the database could read it.

-- p_kind is KEY_ROTATION or KEY_SHEET. Sent twice, it is proposed once.
CREATE OR REPLACE FUNCTION propose_key_change(p_key uuid, p_kind text, p_reason text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  reason text := coalesce(clean_text(left(p_reason, 1000)), '');
BEGIN
  IF p_kind NOT IN ('KEY_ROTATION', 'KEY_SHEET') THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF length(reason) NOT BETWEEN 1 AND 300 THEN PERFORM refuse('VALIDATION'); END IF;
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) AND waiting_key_change(p_kind) IS NOT NULL THEN
    PERFORM refuse('KEY_CHANGE_WAITS');
  END IF;
  PERFORM propose(who, p_key, p_kind, 'vault_generations', (SELECT id FROM vault_generations WHERE generation = current_generation()),
    jsonb_build_object('why', reason));
END $$;

-- The change of this kind that waits: to be approved, or to be done.
CREATE OR REPLACE FUNCTION waiting_key_change(p_kind text) RETURNS uuid LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT a.id FROM approvals a WHERE a.kind = p_kind AND a.status IN ('PENDING', 'APPROVED')
      AND NOT EXISTS (SELECT FROM vault_generations g WHERE g.approval_id = a.id)
      AND NOT EXISTS (SELECT FROM recovery_sheets s WHERE s.approval_id = a.id)
    ORDER BY a.id LIMIT 1 $$;

CREATE OR REPLACE FUNCTION show_key_change(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', u.full_name, 'keyGeneration', current_generation(),
    'peopleLeftOut', CASE proposal.kind WHEN 'KEY_ROTATION' THEN (SELECT string_agg(name, ', ') FROM left_out_people() AS name) END))
    || proposal.payload FROM users u WHERE u.id = proposal.proposed_by $$;

-- Allows it. What is allowed is done once: vault_generations and recovery_sheets name the approval.
CREATE OR REPLACE FUNCTION perform_key_change(proposal approvals, who identity) RETURNS jsonb LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT '{}'::jsonb $$;

-- Refuses what nobody approved, or was done already.
CREATE OR REPLACE FUNCTION require_approved_change(p_approval uuid, p_kind text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_approval AND kind = p_kind AND status = 'APPROVED')
      OR waiting_key_change(p_kind) IS DISTINCT FROM p_approval THEN
    PERFORM refuse('KEY_CHANGE_NOT_APPROVED');
  END IF;
END $$;

-- The active people for whom a new vault key cannot be wrapped without them: they have not signed in since the release that prepares for
-- it, or were left out before. They need a new temporary password.
CREATE OR REPLACE FUNCTION left_out_people() RETURNS SETOF text LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT u.full_name::text FROM users u JOIN user_keys k ON k.user_id = u.id
    WHERE u.status = 'ACTIVE' AND (get_byte(k.wrapped_key, 0) <= 2 OR k.generation < current_generation()) ORDER BY u.full_name, u.id $$;
