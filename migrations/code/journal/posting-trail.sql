-- What the audit log knows of a posting: who posted, opened and printed it, where and by which build. Looking at it is on record too.
CREATE OR REPLACE FUNCTION posting_trail(p_id uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  posted transactions;
BEGIN
  SELECT * INTO posted FROM transactions WHERE id = p_id;
  IF NOT FOUND THEN PERFORM refuse('TRANSACTION_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'POSTING_READ', posted.branch_id);
  PERFORM require_committed(p_id);
  PERFORM note_look(who, 'VIEWED', 'transactions', p_id);
  RETURN jsonb_build_object('events', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id,
      'at', e.created_at, 'action', e.action, 'person', u.full_name, 'workstation', coalesce(e.workstation, posted.workstation),
      'build', coalesce(e.build, posted.build)) ORDER BY e.id), '[]')
    FROM (SELECT * FROM whole_audit_log a WHERE a.resource_id = p_id
        UNION ALL SELECT * FROM whole_audit_log a WHERE a.id = p_id AND a.action = 'POSTED' ORDER BY id LIMIT 100) AS e
      LEFT JOIN users u ON u.id = CASE e.id WHEN p_id THEN posted.created_by ELSE e.user_id END));
END $$;
