-- Who joined, moved and left in a period, and who proposed and approved it, as the audit log has it. Dates are whole days of the caller's
-- branch. An auditor sees every branch as far as branch_crossings says, an administrator what began or ended at the own one.

-- What a row about a person is; NULL for a new name or password, and the like.
CREATE OR REPLACE FUNCTION staff_change_of(p_action text, p_before json, p_after json) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE p_action WHEN 'CREATED' THEN 'JOINED' WHEN 'STATUS_INACTIVE' THEN 'LEFT' WHEN 'STATUS_SUSPENDED' THEN 'SUSPENDED'
    WHEN 'STATUS_ACTIVE' THEN 'RETURNED' WHEN 'CHANGED' THEN CASE
      WHEN p_before ->> 'branch_id' <> p_after ->> 'branch_id' THEN 'MOVED'
      WHEN p_before ->> 'role' <> p_after ->> 'role' THEN 'ROLE' END END $$;

CREATE OR REPLACE FUNCTION changes_of_staff(who identity, p_from date, p_to date) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'at', c.created_at, 'what', c.what, 'userId', c.resource_id,
      'fullName', c.after ->> 'full_name', 'username', c.after ->> 'username',
      'role', c.after ->> 'role', 'roleBefore', nullif(c.before ->> 'role', c.after ->> 'role'),
      'branch', b.name, 'branchBefore', nullif(o.name, b.name), 'by', maker.full_name,
      'approvedBy', decider.full_name, 'proposedAt', a.proposed_at) ORDER BY c.id DESC), '[]')
  FROM (SELECT l.*, details -> 'before' AS before, details -> 'after' AS after,
        staff_change_of(action, details -> 'before', details -> 'after') AS what
      FROM whole_audit_log l WHERE resource_type = 'users' AND resource_type <> 'transactions'
        AND id >= uuidv7_floor(p_from::timestamp AT TIME ZONE local_time_zone())
        AND id < uuidv7_floor((p_to + 1)::timestamp AT TIME ZONE local_time_zone())) AS c
    JOIN branches b ON b.id = (c.after ->> 'branch_id')::uuid LEFT JOIN branches o ON o.id = (c.before ->> 'branch_id')::uuid
    LEFT JOIN approvals a ON c.cause_type = 'APPROVAL' AND a.id = c.cause_id
    LEFT JOIN users maker ON maker.id = c.user_id LEFT JOIN users decider ON decider.id = a.decided_by
  WHERE c.what IS NOT NULL AND (reads_every_branch(who) OR who.branch_id IN (b.id, o.id)) $$;

CREATE OR REPLACE FUNCTION staff_changes(p_from date, p_to date) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN changes_of_staff(require_identity('ADMIN', 'AUDITOR'), p_from, p_to);
END $$;

-- The same for a file, which is on record.
CREATE OR REPLACE FUNCTION export_staff_changes(p_from date, p_to date) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN', 'AUDITOR');
BEGIN
  PERFORM note_look(who, 'EXPORTED', 'branches', who.branch_id, jsonb_build_object('report', 'STAFF_CHANGES', 'from', p_from, 'to', p_to));
  RETURN changes_of_staff(who, p_from, p_to);
END $$;
