-- The workstations of the caller's branch, the codes that wait, and what was tried with codes and refused.

-- Every login that a code made for the branch, and those that were here lately and that no code made. `connected` is now.
CREATE OR REPLACE FUNCTION workstations_of(who identity) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'login', login, 'computer', coalesce(w.computer, v.computer),
      'branch', b.name, 'status', coalesce(w.status, 'BY_SERVER'), 'enrolledAt', w.enrolled_at, 'rotatedAt', w.rotated_at,
      'endedAt', w.ended_at, 'endedBy', u.full_name, 'seenAt', v.seen_at, 'build', v.build, 'address', v.address,
      'connected', EXISTS (SELECT FROM pg_stat_activity a WHERE a.usename = login AND a.datname = current_database()),
      'own', login = session_user)
    ORDER BY coalesce(w.status, 'BY_SERVER') <> 'ACTIVE', lower(coalesce(w.computer, v.computer)), w.enrolled_at DESC), '[]')
  FROM (SELECT * FROM workstations WHERE may_cross(who, 'USER_CHANGE', branch_id)) AS w
    FULL JOIN (SELECT * FROM workstation_visits o WHERE seen_at > clock_timestamp() - interval '90 days'
      AND NOT EXISTS (SELECT FROM workstations x WHERE x.login = o.login AND NOT may_cross(who, 'USER_CHANGE', x.branch_id))) AS v
      USING (login)
    LEFT JOIN branches b ON b.id = w.branch_id LEFT JOIN users u ON u.id = w.ended_by $$;

CREATE OR REPLACE FUNCTION list_workstations() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN', 'AUDITOR');
BEGIN
  RETURN jsonb_build_object('workstations', workstations_of(who), 'codes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id,
        'computer', computer, 'expiresAt', expires_at, 'forBranch', CASE WHEN c.branch_id <> who.branch_id THEN b.name END)
        ORDER BY expires_at), '[]') FROM enrolment_codes c JOIN branches b ON b.id = c.branch_id JOIN approvals a ON a.id = c.id
      WHERE who.branch_id IN (c.branch_id, a.branch_id) AND c.status = 'OPEN' AND expires_at > clock_timestamp()),
    'refused', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'at', t.tried_at, 'computer', t.computer, 'address', t.address,
        'verdict', t.verdict, 'expected', t.expected) ORDER BY t.tried_at DESC), '[]')
      FROM (SELECT a.*, c.computer AS expected FROM enrolment_attempts a LEFT JOIN enrolment_codes c ON c.id = a.code_id
        WHERE a.verdict <> 'GOOD' AND a.tried_at > clock_timestamp() - interval '7 days'
          AND (c.id IS NULL OR c.branch_id = who.branch_id) ORDER BY a.tried_at DESC LIMIT 20) AS t),
    'mostHours', (SELECT most_hours FROM enrolment_rules));
END $$;
