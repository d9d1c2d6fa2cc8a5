-- Monthly fees that are waived: by the terms in force on the last day of the month, for accounts on which enough stood all month.

-- The least that stood on an account at the end of one of these days, by the business dates of its entries; of a day without entries what
-- stood there before.
CREATE OR REPLACE FUNCTION least_at_day_end(p_account uuid, p_from date, p_to date) RETURNS numeric LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH earlier AS (
    SELECT sequence, balance_after FROM entries WHERE account_id = p_account AND business_date < p_from ORDER BY sequence DESC LIMIT 1),
  ends AS (
    SELECT DISTINCT ON (business_date) business_date, balance_after FROM entries
    WHERE account_id = p_account AND sequence > coalesce((SELECT sequence FROM earlier), 0) AND business_date <= p_to
    ORDER BY business_date, sequence DESC)
  SELECT least((SELECT min(balance_after) FROM ends),
    CASE WHEN NOT EXISTS (SELECT FROM ends WHERE business_date = p_from) THEN coalesce((SELECT balance_after FROM earlier), 0) END) $$;

-- Waives those of a month that are due and were earned: from the first of the month on, or from the day on which the account was opened.
-- One that was waived while its last day was still worked on is due after all where less stands there since.
CREATE OR REPLACE FUNCTION waive_monthly_fees(p_branch uuid, p_month_end date) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE zone text := (SELECT time_zone FROM branches WHERE id = p_branch);
BEGIN
  UPDATE monthly_fees f SET kept = held.least, posted_on = date_of_branch(p_branch)
    FROM products p, terms_of(p.id, p_month_end) AS t, accounts a, LATERAL (SELECT least_at_day_end(a.id,
      greatest(date_trunc('month', p_month_end)::date, (a.created_at AT TIME ZONE zone)::date), p_month_end) AS least) AS held
    WHERE t.fee_waived_from IS NOT NULL AND a.product_id = p.id AND a.branch_id = p_branch AND f.account_id = a.id
      AND f.month_end = p_month_end AND f.posted_on IS NULL AND held.least >= t.fee_waived_from;
  UPDATE monthly_fees f SET kept = NULL, posted_on = NULL
    FROM products p, terms_of(p.id, p_month_end) AS t, accounts a, balances b
    WHERE t.fee_waived_from IS NOT NULL AND a.product_id = p.id AND a.branch_id = p_branch AND f.account_id = a.id
      AND f.month_end = p_month_end AND f.kept IS NOT NULL AND b.account_id = a.id AND b.ledger_balance < t.fee_waived_from
      AND least_at_day_end(b.account_id, f.month_end, f.month_end) < t.fee_waived_from;
END $$;
