-- Postings that nobody could account for: every transaction has its row in the audit log, for as long as its month is kept. Only the
-- program that fills a demonstration writes none and says of each of its days how many it were.

-- The transactions of a day without a row, as many as somebody would read. Rows are looked for in the time in which the transactions
-- were made.
CREATE OR REPLACE FUNCTION unaudited_on(p_branch uuid, p_date date) RETURNS TABLE (fault text, subject text, currency text,
  expected numeric, found numeric, on_date date, reference text) LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  earliest uuid;
  latest uuid;
BEGIN
  SELECT uuidv7_floor(min(t.created_at) - interval '1 hour'), uuidv7_floor(max(t.created_at) + interval '1 hour') INTO earliest, latest
    FROM transactions t WHERE t.branch_id = p_branch AND t.business_date = p_date;
  RETURN QUERY WITH missing AS MATERIALIZED (
    SELECT t.id, t.transaction_id, t.currency AS money, t.amount FROM transactions t
    WHERE t.branch_id = p_branch AND t.business_date = p_date AND NOT EXISTS (SELECT FROM whole_audit_log a
      WHERE a.id >= earliest AND a.id < latest AND a.resource_id = t.id AND a.resource_type = 'transactions')
      AND NOT EXISTS (SELECT FROM whole_audit_log a WHERE a.id = t.id AND a.action = 'POSTED')
      AND NOT is_audit_removed(t.created_at))
  SELECT 'AUDIT_MISSING', m.transaction_id::text, m.money::text, m.amount, NULL::numeric, p_date, m.transaction_id::text FROM missing m
    WHERE (SELECT count(*) FROM missing) <> coalesce((SELECT sum((a.details ->> 'rows')::int) FROM whole_audit_log a
      WHERE a.resource_id = p_branch AND a.resource_type = 'transactions' AND a.action = 'DEMO_LOADED'
        AND a.details ->> 'date' = p_date::text), 0)
    ORDER BY m.id LIMIT 100;
END $$;

-- All that can be wrong with a day, and where they are asked for with the accounts that have entries on it.
CREATE OR REPLACE FUNCTION all_faults_of_day(p_branch uuid, p_date date, p_with_accounts boolean) RETURNS TABLE (fault text, subject text,
  currency text, expected numeric, found numeric, on_date date, reference text) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT * FROM faults_of_day(p_branch, p_date, p_with_accounts) UNION ALL SELECT * FROM unaudited_on(p_branch, p_date) $$;
