-- Every way in which the books could be wrong, found from the entries up. No row means that they balance.
CREATE OR REPLACE FUNCTION check_books() RETURNS TABLE (fault text, subject text, detail text) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF is_workstation() THEN PERFORM require_identity('SUPERVISOR', 'AUDITOR', 'ADMIN'); END IF;
  RETURN QUERY
    SELECT 'CURRENCY_UNBALANCED', a.currency::text, sum(CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END)::text
      FROM entries e JOIN accounts a ON a.id = e.account_id GROUP BY a.currency
      HAVING sum(CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END) <> 0;
  RETURN QUERY
    SELECT 'TRANSACTION_UNBALANCED', t.transaction_id::text, count(e.id)::text
      FROM transactions t LEFT JOIN entries e ON e.transaction_id = t.id WHERE t.status = 'COMPLETED' GROUP BY t.id
      HAVING count(e.id) < 2 OR sum(CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END) <> 0
        OR sum(e.amount) FILTER (WHERE e.entry_type = 'DEBIT' AND e.actor = t.actor) <> t.amount;
  RETURN QUERY
    SELECT 'BALANCE_DIFFERS', a.account_number::text, format('%s, entries say %s', b.ledger_balance, coalesce(s.total, 0))
      FROM accounts a JOIN balances b ON b.account_id = a.id JOIN account_kinds kind ON kind.account_type = a.account_type
      LEFT JOIN LATERAL (SELECT sum(CASE WHEN e.entry_type = kind.normal_side THEN e.amount ELSE -e.amount END) AS total,
          count(*) AS n, max(e.sequence) AS last FROM entries e WHERE e.account_id = a.id) s ON true
      WHERE b.ledger_balance <> coalesce(s.total, 0) OR b.entry_count <> s.n OR s.n <> coalesce(s.last, 0)
        OR b.available_balance <> available_of(kind, b.ledger_balance, a.minimum_balance, a.agreed_limit, b.held);
  RETURN QUERY
    SELECT 'HELD_DIFFERS', a.account_number::text, format('%s, holds say %s', b.held, coalesce(h.total, 0))
      FROM balances b JOIN accounts a ON a.id = b.account_id
      LEFT JOIN (SELECT account_id, sum(amount) AS total FROM holds WHERE released_at IS NULL GROUP BY account_id) h USING (account_id)
      WHERE b.held <> coalesce(h.total, 0);
  RETURN QUERY
    SELECT 'BALANCE_MISSING', a.account_number::text, '' FROM accounts a
      WHERE NOT EXISTS (SELECT FROM balances b WHERE b.account_id = a.id);
END $$;
