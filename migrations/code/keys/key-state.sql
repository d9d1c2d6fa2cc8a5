-- How the key of the documents stands, for administrators: of which generation it is, how far its change has come, who would be left out by
-- one, which sheet is valid, and what was proposed or approved and not done.
CREATE OR REPLACE FUNCTION read_key_state() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  who identity := require_identity('ADMIN');
  now_ int := current_generation();
BEGIN
  RETURN (SELECT jsonb_build_object('generation', now_, 'since', g.made_at, 'madeBy', u.full_name,
      'files', (SELECT count(*) FROM kyc_file_keys),
      'left', (SELECT count(*) FROM kyc_file_keys WHERE generation < now_ AND NOT unreadable),
      'unreadable', (SELECT count(*) FROM kyc_file_keys WHERE unreadable),
      'underWay', EXISTS (SELECT FROM vault_generations WHERE sealed_key IS NOT NULL),
      'leftOut', (SELECT coalesce(jsonb_agg(name), '[]') FROM left_out_people() AS name),
      'sheet', (SELECT jsonb_build_object('number', s.number, 'madeAt', s.made_at, 'madeBy', m.full_name)
        FROM recovery_sheets s JOIN users m ON m.id = s.made_by WHERE s.voided_at IS NULL),
      'firstSheet', may_make_first_sheet(), 'nextSheet', (SELECT coalesce(max(number), 0) + 1 FROM recovery_sheets),
      'rotation', key_change_row('KEY_ROTATION'), 'newSheet', key_change_row('KEY_SHEET'))
    FROM vault_generations g LEFT JOIN users u ON u.id = g.made_by WHERE g.generation = now_);
END $$;

CREATE OR REPLACE FUNCTION key_change_row(p_kind text) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('approvalId', a.id, 'approved', a.status = 'APPROVED', 'proposedBy', u.full_name)
  FROM approvals a JOIN users u ON u.id = a.proposed_by WHERE a.id = waiting_key_change(p_kind) $$;
