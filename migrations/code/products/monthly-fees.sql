-- Monthly fees: each account once a month, by the terms in force on its last day. One that the account cannot pay without going below
-- what is available stays due, and is taken on the first day on which it can.

-- Made once: those that are there are not written again. Without loops, as begin_accruals.
CREATE OR REPLACE FUNCTION make_monthly_fees_due(p_branch uuid, p_month_end date) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_nestloop = off AS $$
DECLARE made int;
BEGIN
  WITH costing AS MATERIALIZED (
    SELECT p.id, t.monthly_fee FROM products p, terms_of(p.id, p_month_end) AS t WHERE t.monthly_fee > 0)
  INSERT INTO monthly_fees (account_id, month_end, amount)
    SELECT a.id, p_month_end, costing.monthly_fee FROM costing JOIN accounts a ON a.product_id = costing.id
      JOIN branches b ON b.id = a.branch_id
    WHERE a.branch_id = p_branch AND a.status <> 'CLOSED' AND (a.created_at AT TIME ZONE b.time_zone)::date <= p_month_end
      AND NOT EXISTS (SELECT FROM monthly_fees f WHERE f.account_id = a.id AND f.month_end = p_month_end)
    ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS made = ROW_COUNT;
  RETURN made;
END $$;

-- Takes what is due and can be paid, one month of an account at a time; answers how many it were.
CREATE OR REPLACE FUNCTION take_monthly_fees(run job_runs, p_limit int) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  batch record;
  taken int := 0;
BEGIN
  FOR batch IN
    WITH payable AS (
      SELECT DISTINCT ON (f.account_id) f.account_id, f.month_end, f.amount, a.currency
      FROM monthly_fees f JOIN accounts a ON a.id = f.account_id JOIN balances b ON b.account_id = f.account_id
      WHERE f.posted_on IS NULL AND a.branch_id = run.branch_id AND a.status NOT IN ('SUSPENDED', 'CLOSED')
        AND b.available_balance >= f.amount
      ORDER BY f.account_id, f.month_end LIMIT p_limit)
    SELECT currency, month_end, array_agg(ROW(account_id, 'DEBIT', amount, derived_key(account_id, 'fee ' || month_end))::charge) AS charges
    FROM payable GROUP BY currency, month_end
  LOOP
    PERFORM post_charges(run, 'FEE', bank_account(run.branch_id, 'FEE_INCOME', batch.currency), run.business_date,
      'Monthly fee ' || month_name(batch.month_end), batch.charges);
    UPDATE monthly_fees SET posted_on = run.business_date
      WHERE month_end = batch.month_end AND account_id IN (SELECT account_id FROM unnest(batch.charges));
    taken := taken + cardinality(batch.charges);
  END LOOP;
  RETURN taken;
END $$;
