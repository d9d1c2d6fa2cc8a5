-- How far the closing of a till is, for its holder and for whoever counted it first: what was expected only when it is closed. Asked
-- after each step is committed: before, it could still be taken back by somebody who then knows what to count. No row for anybody else.
CREATE OR REPLACE FUNCTION read_closing(p_session uuid) RETURNS SETOF jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('TELLER', 'SUPERVISOR');
BEGIN
  PERFORM require_committed(p_session);
  RETURN QUERY SELECT jsonb_build_object('name', t.name, 'currency', branch_currency(t.branch_id), 'approvalId', a.id,
      'state', CASE WHEN s.closed_at IS NOT NULL THEN 'CLOSED' WHEN s.count_locked_at IS NULL THEN 'OPEN'
        WHEN a.kind = 'TILL_DIFFERENCE' THEN 'DIFFERENCE' ELSE 'COUNTED' END,
      'counted', coalesce(s.counted, count_by(a.id, who.user_id), CASE WHEN a.status = 'FAILED' THEN count_by(a.id, a.proposed_by) END,
        (a.payload ->> 'counted')::numeric)::text,
      'expected', s.expected::text, 'variance', (s.counted - s.expected)::text,
      'other', CASE WHEN a.status = 'FAILED' THEN a.result #>> '{details,second}' END)
    FROM till_sessions s JOIN tills t ON t.id = s.till_id
      LEFT JOIN LATERAL (SELECT * FROM approvals WHERE subject_id = s.id AND kind IN ('TILL_CLOSE', 'TILL_DIFFERENCE')
        ORDER BY proposed_at DESC LIMIT 1) AS a ON true
    WHERE s.id = p_session AND t.branch_id = who.branch_id
      AND (s.user_id = who.user_id OR a.proposed_by = who.user_id);
END $$;

-- For the figures of a day, which tell the same of every till.
CREATE OR REPLACE FUNCTION require_counts_committed(p_branch uuid) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_committed(s.id) FROM till_sessions s JOIN tills t ON t.id = s.till_id
    WHERE t.branch_id = p_branch AND s.closed_at >= transaction_timestamp();
END $$;
