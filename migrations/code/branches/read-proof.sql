-- The proof of a day for its branch's supervisors and auditors: of the open day as far as it can be told, of a closed one as it was kept.

-- What the open day's closing waits for, and what it would prove. Of a till that is held nothing is told to whoever could count it.
CREATE OR REPLACE FUNCTION proof_of_open_day(who identity, day business_days) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('accounts', proved_accounts_view(day, held.blind), 'suspense', suspense_of_day(day), 'openTills', held.names,
    'lapsing', (SELECT count(*) FROM approvals a JOIN approval_kinds k ON k.kind = a.kind
      WHERE a.branch_id = day.branch_id AND a.status = 'PENDING' AND k.lapses),
    'jobs', ARRAY(SELECT kind FROM job_runs WHERE branch_id = day.branch_id AND status = 'RUNNING' AND kind <> 'DAY' ORDER BY started_at))
  FROM (SELECT coalesce(array_agg(t.id) FILTER (WHERE who.role <> 'AUDITOR'), '{}') AS blind,
      coalesce(jsonb_agg(t.name ORDER BY length(t.name), t.name), '[]') AS names
    FROM till_sessions s JOIN tills t ON t.id = s.till_id WHERE s.business_day_id = day.id AND s.closed_at IS NULL) AS held $$;

CREATE OR REPLACE FUNCTION read_day_proof(p_date date) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  day business_days;
  proof day_proofs;
BEGIN
  PERFORM require_counts_committed(who.branch_id);
  SELECT * INTO day FROM business_days WHERE branch_id = who.branch_id AND business_date = p_date
    ORDER BY withdrawn_at IS NULL DESC LIMIT 1;
  IF NOT FOUND THEN PERFORM refuse('DAY_NOT_FOUND'); END IF;
  IF day.closed_at IS NULL THEN RETURN proof_of_open_day(who, day) || '{"state": "OPEN", "hash": null}'; END IF;
  SELECT * INTO proof FROM day_proofs WHERE id = day.id;
  RETURN jsonb_build_object('state', CASE WHEN proof.id IS NULL THEN 'NOT_KEPT' ELSE 'PROVED' END, 'openTills', '[]'::jsonb,
    'jobs', '[]'::jsonb,
    'accounts', coalesce(proof.content -> 'accounts', '[]'), 'suspense', coalesce(proof.content -> 'suspense', '[]'),
    'lapsing', coalesce(proof.content -> 'lapsed', '0'), 'hash', encode(proof.hash, 'hex'));
END $$;

-- The proof of a closed day on paper or for another program, as it was kept; a copy when the log knows that it was printed before. One
-- that is not what was kept any more is refused: a paper of it would prove nothing.
CREATE OR REPLACE FUNCTION proof_on_paper(who identity, p_date date, p_action text, p_details jsonb)
RETURNS TABLE (content text, hash text, is_copy boolean) LANGUAGE plpgsql VOLATILE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  proof day_proofs;
  printed boolean;
BEGIN
  PERFORM require_counts_committed(who.branch_id);
  SELECT p.* INTO proof FROM day_proofs p JOIN business_days d ON d.id = p.id
    WHERE d.branch_id = who.branch_id AND d.business_date = p_date AND d.withdrawn_at IS NULL;
  IF NOT FOUND THEN PERFORM refuse('PROOF_NOT_FOUND'); END IF;
  IF proof.hash <> hash_of_proof(proof.content) THEN PERFORM refuse('PROOF_DAMAGED'); END IF;
  IF p_action = 'EXPORTED' THEN PERFORM lock_prints(proof.id); END IF;
  printed := EXISTS (SELECT FROM whole_audit_log WHERE resource_id = proof.id AND resource_type = 'day_proofs' AND action = 'EXPORTED'
    AND details ->> 'format' = 'PDF');
  PERFORM note_look(who, p_action, 'day_proofs', proof.id, p_details);
  RETURN QUERY SELECT proof.content::text, encode(proof.hash, 'hex'), printed;
END $$;

CREATE OR REPLACE FUNCTION export_day_proof(p_date date, p_format text) RETURNS TABLE (content text, hash text, is_copy boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('SUPERVISOR', 'AUDITOR');
BEGIN
  RETURN QUERY SELECT * FROM proof_on_paper(who, p_date, 'EXPORTED', jsonb_build_object('format', p_format));
END $$;

-- As it would be printed now. It was looked at, and not printed.
CREATE OR REPLACE FUNCTION preview_day_proof(p_date date) RETURNS TABLE (content text, hash text, is_copy boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('SUPERVISOR', 'AUDITOR');
BEGIN
  RETURN QUERY SELECT * FROM proof_on_paper(who, p_date, 'VIEWED', '{}');
END $$;
