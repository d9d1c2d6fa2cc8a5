-- Who held which till from when to when: a teller the own sessions, a supervisor those of the branch, an auditor all.

CREATE OR REPLACE FUNCTION sees_till_session(who identity, s till_sessions, t tills) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE who.role WHEN 'TELLER' THEN s.user_id = who.user_id WHEN 'SUPERVISOR' THEN t.branch_id = who.branch_id
    ELSE t.branch_id = who.branch_id OR reads_every_branch(who) END $$;

-- The newest sessions first: float, count and difference; those of a till that is open are told when it has been counted.
CREATE OR REPLACE FUNCTION list_till_sessions(p_before uuid, p_limit int) RETURNS SETOF jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
BEGIN
  PERFORM require_counts_committed(who.branch_id);
  RETURN QUERY SELECT jsonb_build_object('id', s.id, 'till', t.name, 'holder', u.full_name, 'businessDate', d.business_date,
      'openedAt', s.opened_at, 'closedAt', s.closed_at, 'closedBy', c.full_name, 'float', s.opening_float::text,
      'expected', s.expected::text, 'counted', s.counted::text, 'variance', (s.counted - s.expected)::text,
      'currency', b.currency, 'mine', s.user_id = who.user_id)
    FROM till_sessions s JOIN tills t ON t.id = s.till_id JOIN branches b ON b.id = t.branch_id JOIN users u ON u.id = s.user_id
      JOIN business_days d ON d.id = s.business_day_id LEFT JOIN users c ON c.id = s.closed_by
    WHERE sees_till_session(who, s, t) AND (p_before IS NULL OR s.id < p_before)
    ORDER BY s.id DESC LIMIT least(greatest(p_limit, 1), 200);
  PERFORM count_reads(who, 1);
END $$;
