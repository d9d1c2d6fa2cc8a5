-- The tills of the caller's branch with their holders. The cash in the vault is for those who answer for it: null for tellers and
-- administrators, who need it for nothing. What a count may differ by is not told to tellers.
CREATE OR REPLACE FUNCTION list_tills() RETURNS TABLE (tills jsonb, vault_balance numeric, currency text,
  tolerance numeric) LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN');
  money text := branch_currency(who.branch_id);
BEGIN
  RETURN QUERY SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'currency', money, 'holder', u.full_name,
        'mine', coalesce(u.id = who.user_id, false), 'sessionId', s.id, 'counted', s.count_locked_at IS NOT NULL,
        'waits', (SELECT a.id FROM approvals a WHERE a.subject_id = s.id AND a.status = 'PENDING' AND a.proposed_by = who.user_id
          AND a.kind <> 'TILL_DIFFERENCE' ORDER BY a.proposed_at DESC LIMIT 1)) ORDER BY length(t.name), t.name), '[]'),
      (SELECT ledger_balance FROM balances WHERE account_id = branch_account(who.branch_id, 'VAULT')
        AND who.role IN ('SUPERVISOR', 'AUDITOR')), money,
      (SELECT count_tolerance FROM branches WHERE id = who.branch_id AND who.role <> 'TELLER')
    FROM tills t LEFT JOIN till_sessions s ON s.till_id = t.id AND s.closed_at IS NULL LEFT JOIN users u ON u.id = s.user_id
    WHERE t.branch_id = who.branch_id;
END $$;

-- The till that the caller holds and works with, without what it should hold; no row without one, or when it is counted.
CREATE OR REPLACE FUNCTION held_till() RETURNS TABLE (id uuid, name text, currency text) LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_column
DECLARE who identity := require_identity();
BEGIN
  RETURN QUERY SELECT t.id, t.name::text, a.currency::text
    FROM till_sessions s JOIN tills t ON t.id = s.till_id JOIN accounts a ON a.id = till_account(t.id)
    WHERE s.user_id = who.user_id AND s.closed_at IS NULL AND s.count_locked_at IS NULL;
END $$;
