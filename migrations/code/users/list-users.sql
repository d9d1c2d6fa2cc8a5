-- The staff, with when and where each last signed in and where the sign-in is locked, for whoever administers or audits them.
CREATE OR REPLACE FUNCTION list_users()
RETURNS TABLE (id uuid, username text, full_name text, email text, role user_role, status party_status, must_change_password boolean,
  created_at timestamptz, branch_id uuid, branch_name text, own_branch boolean, signed_in_at timestamptz, signed_in_where text,
  locked_until timestamptz, locked_where text, has_code boolean,
  session_since timestamptz, session_used_at timestamptz, home_branch text, assigned_until timestamptz, codes_locked_until timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE who identity := require_identity('ADMIN', 'AUDITOR');
BEGIN
  PERFORM record_attempts();
  RETURN QUERY SELECT u.id, u.username::text, u.full_name::text, u.email::text, u.role, u.status, u.must_change_password, u.created_at,
      u.branch_id, b.name::text, u.branch_id = who.branch_id, s.created_at, s.workstation::text, l.locked_until, l.at_workstation,
      has_factor(u.id), o.created_at, o.used_at, h.name::text, u.assigned_until, codes_locked_until(u.username)
    FROM users u JOIN branches b ON b.id = u.branch_id LEFT JOIN branches h ON h.id = u.home_branch_id
    LEFT JOIN LATERAL (SELECT created_at, workstation FROM sessions WHERE user_id = u.id ORDER BY created_at DESC LIMIT 1) AS s ON true
    LEFT JOIN LATERAL (SELECT * FROM lock_outs(u.username) ORDER BY locked_until DESC LIMIT 1) AS l ON true
    LEFT JOIN LATERAL (SELECT created_at, used_at FROM sessions WHERE user_id = u.id AND ended_at IS NULL AND epoch = u.session_epoch
      AND clock_timestamp() < least(expires_at, used_at + interval '1 hour') AND u.status = 'ACTIVE'
      ORDER BY created_at DESC LIMIT 1) AS o ON true
    WHERE may_cross(who, 'USER_READ', u.branch_id) ORDER BY u.username;
END $$;
