-- The limits of a currency at the caller's branch that are in force or will be: the default ones where the branch agreed none. `inForce`
-- is false of one that has not begun, and of a default that is not the branch's any more it is not shown. What may be reversed alone stands
-- among them as the type REVERSAL, of which no account is counted.
CREATE OR REPLACE FUNCTION list_posting_limits(p_currency text) RETURNS TABLE (business_date date, limits jsonb) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'ADMIN', 'AUDITOR');
  today date := limit_date(who.branch_id);
BEGIN
  RETURN QUERY SELECT today, coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'role', l.role, 'transactionType', l.kind,
      'currency', p_currency, 'perPosting', l.per_posting::text, 'perPersonDay', l.per_day::text,
      'perAccountDay', l.per_account_day::text, 'validFrom', CASE WHEN l.branch_id IS NOT NULL THEN l.valid_from END,
      'validUntil', l.valid_until, 'inForce', l.valid_from <= today, 'proposedBy', proposer.full_name, 'decidedBy', decider.full_name)
      ORDER BY l.role, l.place, l.valid_from), '[]')
    FROM (SELECT id, branch_id, role, transaction_type::text, per_posting, per_person_day, per_account_day, valid_from, valid_until,
          approval_id, transaction_type, (limit_in_force(who.branch_id, role, transaction_type, p_currency, today)).id
        FROM posting_limits WHERE currency = p_currency
      UNION ALL SELECT id, branch_id, role, 'REVERSAL', per_posting, per_day, NULL, valid_from, valid_until, approval_id, NULL,
          (reversal_limit_in_force(who.branch_id, role, p_currency, today)).id
        FROM reversal_limits WHERE currency = p_currency)
      AS l (id, branch_id, role, kind, per_posting, per_day, per_account_day, valid_from, valid_until, approval_id, place, in_force)
      LEFT JOIN approvals a ON a.id = l.approval_id LEFT JOIN users proposer ON proposer.id = a.proposed_by
      LEFT JOIN users decider ON decider.id = a.decided_by
    WHERE l.id = l.in_force OR l.branch_id = who.branch_id AND l.valid_from > today;
END $$;
