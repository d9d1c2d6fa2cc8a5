-- Dormancy: see migrations/0048-dormancy.sql. Deposits onto a dormant account are taken, and fees and interest are as its product
-- says; what a person would draw from it is refused (postings/assess-posting.sql).

-- Makes the accounts of a branch dormant whose last movement by a person, opening and reactivation all lie so many months back. A loan is
-- never dormant: what is owed is not the customer's to leave alone. Answers how many it were.
CREATE OR REPLACE FUNCTION make_dormant(p_branch uuid, p_date date) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE made int;
BEGIN
  WITH resting AS MATERIALIZED (
    SELECT p.id, t.dormant_after FROM products p, terms_of(p.id, p_date) AS t
    WHERE t.dormant_after IS NOT NULL AND p.account_type <> 'LOAN'),
  due AS MATERIALIZED (
    SELECT a.id, moved.since FROM resting JOIN accounts a ON a.product_id = resting.id JOIN branches b ON b.id = a.branch_id
      LEFT JOIN LATERAL (SELECT e.business_date FROM entries e WHERE e.account_id = a.id AND e.actor = 'PERSON'
        ORDER BY e.sequence DESC LIMIT 1) AS last ON true
      CROSS JOIN LATERAL (SELECT greatest(last.business_date, a.reactivated_on, (a.created_at AT TIME ZONE b.time_zone)::date)
        AS since) AS moved
    WHERE a.branch_id = p_branch AND a.status = 'ACTIVE' AND moved.since + make_interval(months => resting.dormant_after) <= p_date)
  -- One that somebody has frozen or closed meanwhile stays so.
  UPDATE accounts a SET status = 'INACTIVE', status_reason = 'No movement by the customer since ' || due.since
    FROM due WHERE a.id = due.id AND a.status = 'ACTIVE';
  GET DIAGNOSTICS made = ROW_COUNT;
  RETURN made;
END $$;

-- Proposes to take an account out of dormancy: why, and by what it was seen that the customer is who they are. A supervisor who is somebody
-- else decides (approvals/propose.sql). Both stay with the account and in the audit log. Sent twice, it is proposed once.
CREATE OR REPLACE FUNCTION propose_reactivation(p_key uuid, p_account uuid, p_reason text, p_identity text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  reason text := clean_text(left(p_reason, 1000));
  seen text := coalesce(clean_text(left(p_identity, 1000)), '');
  account accounts := lock_account(who, p_account, p_reason);
  proposer text;
BEGIN
  IF seen = '' OR length(seen) > 150 OR length(reason) > 300 THEN PERFORM refuse('VALIDATION'); END IF;
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    IF account.status <> 'INACTIVE' THEN PERFORM refuse('ACCOUNT_NOT_DORMANT'); END IF;
    SELECT u.full_name INTO proposer FROM approvals a JOIN users u ON u.id = a.proposed_by
      WHERE a.subject_id = account.id AND a.kind = 'REACTIVATION' AND a.status = 'PENDING';
    IF FOUND THEN PERFORM refuse('REACTIVATION_WAITS', jsonb_build_object('proposer', proposer)); END IF;
  END IF;
  PERFORM propose(who, p_key, 'REACTIVATION', 'accounts', account.id, jsonb_build_object('why', reason, 'identity', seen));
END $$;

CREATE OR REPLACE FUNCTION show_reactivation(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('subject', concat_ws(' ', c.first_name, c.last_name), 'account', a.account_number,
    'accountType', a.account_type, 'accountStatus', a.status) || proposal.payload
  FROM accounts a JOIN customers c ON c.id = a.customer_id WHERE a.id = proposal.subject_id $$;

CREATE OR REPLACE FUNCTION perform_reactivation(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE account accounts := lock_account(who, proposal.subject_id, proposal.payload ->> 'why');
BEGIN
  IF account.status <> 'INACTIVE' THEN PERFORM refuse('ACCOUNT_NOT_DORMANT'); END IF;
  UPDATE accounts SET status = 'ACTIVE', reactivated_on = date_of_branch(proposal.branch_id),
      status_reason = concat(proposal.payload ->> 'why', '. Identity: ', proposal.payload ->> 'identity')
    WHERE id = account.id;
  RETURN '{}';
END $$;
