-- The branches of the bank, for whoever administers or audits them. How many people, computers and tills each has is known at every
-- branch; what cash it holds, to auditors alone, as the figures of a day are.

-- What a new branch still lacks before it can work by itself.
CREATE OR REPLACE FUNCTION lacking_in_branch(p_branch uuid) RETURNS text[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(array_agg(what ORDER BY n), '{}') FROM (VALUES
    (1, 'ADMINISTRATOR', NOT EXISTS (SELECT FROM users WHERE branch_id = p_branch AND status = 'ACTIVE' AND role = 'ADMIN')),
    (2, 'SECOND_PERSON', NOT has_two_people(p_branch)),
    (3, 'SUPERVISOR', NOT EXISTS (SELECT FROM users WHERE branch_id = p_branch AND status = 'ACTIVE' AND role = 'SUPERVISOR')),
    (4, 'TELLER', NOT EXISTS (SELECT FROM users WHERE branch_id = p_branch AND status = 'ACTIVE' AND role = 'TELLER')),
    (5, 'WORKSTATION', NOT EXISTS (SELECT FROM workstations WHERE branch_id = p_branch AND status = 'ACTIVE'))) AS each (n, what, lacks)
  WHERE lacks $$;

-- `mayMint` and `mayChange` say what the caller's branch may propose for it: see code/workstations/propose-code.sql and change-names.sql.
CREATE OR REPLACE FUNCTION branch_row(who identity, b branches) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', b.id, 'name', b.name, 'code', b.code, 'address', b.address, 'timeZone', b.time_zone,
    'currency', b.currency, 'isOwn', b.id = who.branch_id, 'openedAt', b.created_at, 'closedAt', b.closed_at,
    'businessDate', d.business_date, 'dayOpen', d.business_date IS NOT NULL AND d.closed_at IS NULL,
    'staff', (SELECT count(*) FROM users WHERE branch_id = b.id AND status <> 'INACTIVE'),
    'workstations', (SELECT count(*) FROM workstations WHERE branch_id = b.id AND status = 'ACTIVE'),
    'tills', (SELECT count(*) FROM tills WHERE branch_id = b.id),
    'cash', CASE WHEN who.role = 'AUDITOR' THEN (SELECT coalesce(sum(l.ledger_balance), 0)::text FROM accounts a JOIN balances l
      ON l.account_id = a.id WHERE a.branch_id = b.id AND a.account_type IN ('VAULT', 'TELLER_CASH') AND a.currency = b.currency) END,
    'lacks', to_jsonb(lacking_in_branch(b.id)), 'left', to_jsonb(left_in_branch(b.id)),
    'mayChange', who.role = 'ADMIN' AND b.closed_at IS NULL AND (b.id = who.branch_id OR NOT has_deciders(b.id)),
    'mayMint', who.role = 'ADMIN' AND b.closed_at IS NULL AND (b.id = who.branch_id OR NOT has_two_people(b.id)))
  FROM (SELECT 1) AS always LEFT JOIN LATERAL (SELECT business_date, closed_at FROM business_days
    WHERE branch_id = b.id AND withdrawn_at IS NULL ORDER BY business_date DESC LIMIT 1) AS d ON true $$;

CREATE OR REPLACE FUNCTION list_branches() RETURNS SETOF jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('ADMIN', 'AUDITOR');
BEGIN
  RETURN QUERY SELECT branch_row(who, b) FROM branches b ORDER BY b.closed_at IS NOT NULL, b.code, b.name;
END $$;
