-- Suspense by age: what waits on suspense accounts to be cleared. Nothing says which entry clears which, so the oldest are taken to be
-- cleared first; what is left stands on the side of the balance, from the newest entry back until it makes the balance up.
CREATE OR REPLACE FUNCTION open_suspense(p_branch uuid, p_date date) RETURNS TABLE (account_number text, currency text, transaction_id uuid,
  business_date date, side entry_side, amount numeric, left_open numeric) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH line AS (
    SELECT a.id, a.account_number::text, a.currency::text, e.transaction_id, e.business_date, e.sequence, e.entry_type, e.amount
    FROM accounts a JOIN entries e ON e.account_id = a.id
    WHERE a.account_type = 'SUSPENSE' AND (p_branch IS NULL OR a.branch_id = p_branch) AND e.business_date <= p_date),
  balance AS (SELECT id, sum(CASE entry_type WHEN 'DEBIT' THEN amount ELSE -amount END) AS stands FROM line GROUP BY id),
  newest_first AS (
    SELECT line.*, abs(balance.stands) AS stands,
      sum(line.amount) OVER (PARTITION BY line.id ORDER BY line.business_date DESC, line.sequence DESC) AS so_far
    FROM line JOIN balance ON balance.id = line.id
    WHERE line.entry_type = CASE WHEN balance.stands > 0 THEN 'DEBIT' WHEN balance.stands < 0 THEN 'CREDIT' END::entry_side)
  SELECT n.account_number, n.currency, n.transaction_id, n.business_date, n.entry_type, n.amount,
    least(n.amount, n.stands - (n.so_far - n.amount))
  FROM newest_first n WHERE n.so_far - n.amount < n.stands $$;

-- The same for a screen, the oldest first, with the postings behind it.
CREATE OR REPLACE FUNCTION read_suspense(p_date date) RETURNS SETOF jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('SUPERVISOR', 'AUDITOR');
BEGIN
  PERFORM require_counts_committed(who.branch_id);
  RETURN QUERY SELECT jsonb_build_object('accountNumber', o.account_number, 'currency', o.currency, 'transactionId', t.id,
      'reference', t.transaction_id, 'description', t.description, 'date', o.business_date, 'side', o.side, 'amount', o.amount::text,
      'open', o.left_open::text, 'days', p_date - o.business_date)
    FROM open_suspense(books_branch(who), p_date) AS o JOIN transactions t ON t.id = o.transaction_id
    ORDER BY o.business_date, t.id LIMIT 1000;
END $$;
