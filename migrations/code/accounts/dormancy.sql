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
  UPDATE accounts a SET status = 'INACTIVE', status_reason = 'No movement by the customer since ' || due.since FROM due WHERE a.id = due.id;
  GET DIAGNOSTICS made = ROW_COUNT;
  RETURN made;
END $$;

-- Takes an account out of dormancy: by a supervisor who says why, and by what it was seen that the customer is who they are. Both stay
-- with the account and in the audit log.
CREATE OR REPLACE FUNCTION reactivate_account(p_account uuid, p_reason text, p_identity text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR');
  account accounts := lock_account(who, p_account, p_reason);
BEGIN
  IF coalesce(clean_text(p_identity), '') = '' THEN PERFORM refuse('VALIDATION'); END IF;
  IF account.status <> 'INACTIVE' THEN PERFORM refuse('ACCOUNT_NOT_DORMANT'); END IF;
  UPDATE accounts SET status = 'ACTIVE', status_reason = concat(clean_text(p_reason), '. Identity: ', clean_text(p_identity)),
    reactivated_on = date_of_branch(who.branch_id) WHERE id = p_account;
END $$;
