-- One look at the entries of a day, posting by posting, for all that is asked of them: reading them is most of what a check takes, and of
-- closing the day. Joined as a whole, the table of all entries would be read.

-- Rows of three kinds. By `posting`, the transactions whose entries do not make them up (what the system charged beside them is not in
-- their amount). By `account_id`, the accounts with entries, from the first to the last one that was made on the day. By `account_type`,
-- what they come to. Accounts come in the order of their keys, in which they lie together. Only what is asked for by a key is read by
-- loops: how many entries a day has is not known to a plan.
CREATE OR REPLACE FUNCTION look_through_day(p_branch uuid, p_date date) RETURNS TABLE (posting uuid, account_id uuid, till_id uuid,
  first bigint, last bigint, branch_id uuid, account_type account_type, product_id uuid, currency text, value_date date, debits numeric,
  credits numeric, entries bigint) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET work_mem = '64MB' SET enable_nestloop = off AS $$
  WITH entry AS MATERIALIZED (
    SELECT t.id, t.status, t.amount AS said, e.account_id, e.value_date, e.sequence, side.debit, side.credit,
      CASE WHEN e.actor = t.actor THEN side.debit END AS asked_for
    FROM transactions t LEFT JOIN LATERAL (SELECT * FROM entries WHERE transaction_id = t.id OFFSET 0) AS e ON true
      CROSS JOIN LATERAL (SELECT CASE e.entry_type WHEN 'DEBIT' THEN e.amount END AS debit,
        CASE e.entry_type WHEN 'CREDIT' THEN e.amount END AS credit) AS side
    WHERE t.branch_id = p_branch AND t.business_date = p_date),
  made_up AS (
    SELECT e.id, e.status, e.said, count(e.account_id) AS n, sum(coalesce(e.debit, -e.credit)) AS differs_by, sum(e.asked_for) AS asked_for
    FROM entry e GROUP BY e.id, e.status, e.said),
  touched AS MATERIALIZED (
    SELECT m.account_id, m.first, m.last, a.till_id, a.branch_id, a.account_type, a.product_id, a.currency
    FROM (SELECT e.account_id, min(e.sequence) AS first, max(e.sequence) AS last FROM entry e
        WHERE e.account_id IS NOT NULL GROUP BY e.account_id ORDER BY e.account_id OFFSET 0) AS m
      CROSS JOIN LATERAL (SELECT * FROM accounts WHERE id = m.account_id OFFSET 0) AS a)
  SELECT e.id, NULL::uuid, NULL::uuid, NULL::bigint, NULL::bigint, NULL::uuid, NULL::account_type, NULL::uuid, NULL, NULL::date,
    NULL::numeric, NULL::numeric, NULL::bigint
  FROM made_up e
  WHERE CASE e.status WHEN 'COMPLETED' THEN e.n < 2 OR e.differs_by <> 0 OR coalesce(e.asked_for, 0) <> e.said ELSE e.n > 0 END
  UNION ALL
  SELECT NULL, a.account_id, a.till_id, a.first, a.last, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM touched a
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, NULL, a.branch_id, a.account_type, a.product_id, a.currency::text, e.value_date,
    coalesce(sum(e.debit), 0.00), coalesce(sum(e.credit), 0.00), count(*)
  FROM entry e JOIN touched a ON a.account_id = e.account_id
  GROUP BY a.branch_id, a.account_type, a.product_id, a.currency, e.value_date $$;

-- What the entries of a transaction debit.
CREATE OR REPLACE FUNCTION debits_of(p_transaction uuid) RETURNS numeric LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(sum(amount), 0) FROM entries WHERE transaction_id = p_transaction AND entry_type = 'DEBIT' $$;
