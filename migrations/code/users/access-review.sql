-- Who has which access at this moment, for whoever has to confirm every year that it is still right: role, branch, limits, what the person
-- signs in with, and where.

-- What one person of a role may post alone at a branch, in the branch's currency; above it a second person approves.
CREATE OR REPLACE FUNCTION limits_of_role(p_branch uuid, p_role user_role) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('transactionType', l.kind, 'currency', b.currency, 'perPosting', l.per_posting::text,
      'perDay', l.per_day::text) ORDER BY l.place), '[]')
  FROM branches b, LATERAL (
    SELECT t.type::text, t.type::text, (f.found).per_posting, (f.found).per_person_day
      FROM unnest(enum_range(NULL::transaction_type)) AS t (type),
      LATERAL (SELECT limit_in_force(p_branch, p_role, t.type, b.currency, limit_date(p_branch)) OFFSET 0) AS f (found)
    UNION ALL SELECT 'REVERSAL', 'Z', (f.found).per_posting, (f.found).per_day
      FROM (SELECT reversal_limit_in_force(p_branch, p_role, b.currency, limit_date(p_branch)) OFFSET 0) AS f (found)
    ) AS l (kind, place, per_posting, per_day)
  WHERE b.id = p_branch AND l.per_posting IS NOT NULL $$;

-- The workstations where somebody signed in within ninety days, by the names of their computers.
CREATE OR REPLACE FUNCTION workstations_used(p_user uuid) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(name ORDER BY name), '[]') FROM (SELECT DISTINCT coalesce(w.computer, v.computer, s.workstation) AS name
    FROM sessions s LEFT JOIN workstations w ON w.login = s.workstation LEFT JOIN workstation_visits v ON v.login = s.workstation
    WHERE s.user_id = p_user AND s.created_at > clock_timestamp() - interval '90 days') AS used $$;

CREATE OR REPLACE FUNCTION access_of_staff(who identity) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH kind AS MATERIALIZED (SELECT branch_id, role, limits_of_role(branch_id, role) AS limits,
      EXISTS (SELECT FROM second_factor_roles f WHERE f.branch_id = k.branch_id AND f.role = k.role) AS needs_code
    FROM (SELECT DISTINCT branch_id, role FROM users) AS k)
  SELECT jsonb_build_object('at', clock_timestamp(), 'people', coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'fullName', u.full_name,
      'username', u.username, 'email', u.email, 'role', u.role, 'branch', b.name, 'status', u.status, 'joinedAt', u.created_at,
      'decides', has_power(u.role), 'limits', kind.limits, 'temporaryPassword', u.must_change_password,
      'secondFactor', CASE WHEN has_factor(u.id) THEN 'SET' WHEN kind.needs_code THEN 'MISSING' ELSE 'NONE' END,
      'lastSignIn', last.created_at, 'lastUse', greatest(last.used_at, last.created_at),
      'sessions', (SELECT count(*) FROM sessions s WHERE s.user_id = u.id AND s.ended_at IS NULL AND s.epoch = u.session_epoch
        AND u.status = 'ACTIVE' AND clock_timestamp() < least(s.expires_at, s.used_at + interval '1 hour')),
      'workstations', workstations_used(u.id)) ORDER BY lower(u.full_name), u.id), '[]'))
  FROM users u JOIN branches b ON b.id = u.branch_id JOIN kind ON kind.branch_id = u.branch_id AND kind.role = u.role
    LEFT JOIN LATERAL (SELECT created_at, used_at FROM sessions WHERE user_id = u.id ORDER BY created_at DESC LIMIT 1) AS last ON true
  WHERE may_cross(who, 'USER_READ', u.branch_id) $$;

CREATE OR REPLACE FUNCTION access_review() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN access_of_staff(require_identity('ADMIN', 'AUDITOR'));
END $$;

-- The same for a file, which is on record.
CREATE OR REPLACE FUNCTION export_access_review() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN', 'AUDITOR');
BEGIN
  PERFORM note_look(who, 'EXPORTED', 'branches', who.branch_id, jsonb_build_object('report', 'ACCESS_REVIEW'));
  RETURN access_of_staff(who);
END $$;
