-- The journal of a period for another program: the accounts with what stood on them before and after, and every transaction with its
-- entries. All of it comes from one statement, and so from one snapshot; a debit is positive and a credit negative, on every account.

-- The entries that concern a branch, or all: those of transactions with an entry on an account of the branch. An account of another
-- branch has no name and no balance here: what it holds is for the staff there.
CREATE OR REPLACE FUNCTION journal_legs(p_branch uuid, p_from date, p_to date)
RETURNS TABLE (transaction_id uuid, business_date date, account_id uuid, number bigint, currency text, is_own boolean, amount numeric)
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT t.id, t.business_date, a.id, e.sequence, a.currency::text, p_branch IS NULL OR a.branch_id = p_branch,
    CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END
  FROM transactions t JOIN entries e ON e.transaction_id = t.id JOIN accounts a ON a.id = e.account_id
  WHERE t.business_date BETWEEN coalesce(p_from, '-infinity') AND coalesce(p_to, 'infinity')
    AND (p_branch IS NULL OR EXISTS (SELECT FROM entries o JOIN accounts own ON own.id = o.account_id
      WHERE o.transaction_id = t.id AND own.branch_id = p_branch)) $$;

-- What stood on each account at the beginning of a business date.
CREATE OR REPLACE FUNCTION journal_openings(p_branch uuid, p_from date) RETURNS TABLE (account_id uuid, amount numeric) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT a.id, sum(CASE e.entry_type WHEN 'DEBIT' THEN e.amount ELSE -e.amount END)
  FROM transactions t JOIN entries e ON e.transaction_id = t.id JOIN accounts a ON a.id = e.account_id
  WHERE t.business_date < p_from AND (p_branch IS NULL OR a.branch_id = p_branch)
  GROUP BY a.id $$;

-- The moment, one row for each account, then one for each transaction by date and as they were made, then what the period comes to by
-- currency. The balance after an entry is the one in this order: two branches may post on one account while they are at different dates.
CREATE OR REPLACE FUNCTION journal_rows(p_branch uuid, p_from date, p_to date) RETURNS TABLE (kind text, content jsonb) LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH opening AS MATERIALIZED (SELECT o.account_id, o.amount FROM journal_openings(p_branch, p_from) AS o WHERE o.amount <> 0),
  leg AS MATERIALIZED (SELECT * FROM journal_legs(p_branch, p_from, p_to)),
  counted AS (
    SELECT leg.*, coalesce(opening.amount, 0) + sum(leg.amount)
        OVER (PARTITION BY leg.account_id ORDER BY leg.business_date, leg.transaction_id, leg.amount < 0, leg.number) AS balance
    FROM leg LEFT JOIN opening ON opening.account_id = leg.account_id),
  used AS (
    SELECT account_id, coalesce(opening.amount, 0) AS before, coalesce(moved.amount, 0) AS change
    FROM opening FULL JOIN (SELECT leg.account_id, sum(leg.amount) AS amount FROM leg WHERE leg.is_own GROUP BY leg.account_id) AS moved
      USING (account_id)),
  account AS (
    SELECT 'ACCOUNT', jsonb_build_object('number', a.account_number, 'currency', a.currency, 'accountType', a.account_type,
      'class', p.class, 'path', p.path, 'opening', used.before::text, 'closing', (used.before + used.change)::text)
    FROM used JOIN accounts a ON a.id = used.account_id
      LEFT JOIN gl_paths() AS p ON p.id = gl_account_of(a.account_type, a.product_id, a.currency)
    ORDER BY p.code, a.account_number),
  posted AS (
    SELECT 'TRANSACTION', jsonb_build_object('reference', t.transaction_id, 'date', t.business_date, 'valueDate', t.value_date,
      'transactionType', t.transaction_type, 'description', t.description, 'postedAt', t.created_at, 'actor', t.actor,
      'legs', jsonb_agg(jsonb_build_object(
        'account', CASE WHEN c.is_own THEN a.account_number END, 'currency', c.currency, 'amount', c.amount::text,
        'balance', CASE WHEN c.is_own THEN c.balance::text END)
        ORDER BY c.amount < 0, c.account_id, c.number))
    FROM counted c JOIN transactions t ON t.id = c.transaction_id JOIN accounts a ON a.id = c.account_id
    GROUP BY t.id ORDER BY t.business_date, t.id),
  total AS (
    SELECT 'TOTAL', jsonb_build_object('currency', currency, 'transactions', count(DISTINCT transaction_id), 'entries', count(*),
      'debits', coalesce(sum(amount) FILTER (WHERE amount > 0), 0)::text,
      'credits', coalesce(-sum(amount) FILTER (WHERE amount < 0), 0)::text)
    FROM leg GROUP BY currency ORDER BY currency)
  SELECT 'TAKEN', jsonb_build_object('at', clock_timestamp()) UNION ALL TABLE account UNION ALL TABLE posted UNION ALL TABLE total $$;

-- Whose books a person reads: those of the own branch, or where audits cross branches all of them (null).
CREATE OR REPLACE FUNCTION books_branch(who identity) RETURNS uuid LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN NOT reads_every_branch(who) THEN who.branch_id END $$;

-- The journal of a period of business dates, both included; null leaves an end open. Refused when it has more entries than `p_most`. That
-- it was taken is on record. Sorted in memory, because a workstation's login has few temporary files.
CREATE OR REPLACE FUNCTION export_journal(p_format text, p_from date, p_to date, p_most int) RETURNS TABLE (kind text, content jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp SET work_mem = '64MB' AS $$
DECLARE
  who identity := require_identity('SUPERVISOR', 'AUDITOR');
  branch uuid := books_branch(who);
  many int;
BEGIN
  PERFORM require_no_blind_till(who, p_to);
  SELECT count(*) INTO many FROM (SELECT FROM journal_legs(branch, p_from, p_to) LIMIT p_most + 1) AS counted;
  IF many > p_most THEN PERFORM refuse('EXPORT_TOO_LONG', jsonb_build_object('maximum', p_most::text)); END IF;
  PERFORM note_look(who, 'EXPORTED', 'branches', who.branch_id, jsonb_build_object('journal', p_format, 'from', p_from, 'to', p_to));
  PERFORM count_reads(who, many);
  RETURN QUERY SELECT r.kind, r.content FROM journal_rows(branch, p_from, p_to) AS r;
END $$;
