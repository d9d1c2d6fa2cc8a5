-- The statement of a period on paper: for printing, and for looking at what would be printed.

-- Oldest business date first: two branches may post on one account while they are at different dates, so the balance after each line is
-- that of the lines above it. With `p_most` lines it is short enough.
CREATE OR REPLACE FUNCTION statement_on_paper(account accounts, p_from date, p_to date, p_most int) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  opening numeric := balance_before(account, p_from);
  lines jsonb;
BEGIN
  WITH taken AS (
    SELECT * FROM statement_lines(account.id, 1, after_last_entry(account.id), p_most + 1, p_from, p_to, NULL))
  SELECT jsonb_agg(jsonb_set(line, '{balanceAfter}', to_jsonb(balance::text)) ORDER BY business_date, number) INTO lines
    FROM (SELECT *, (opening + sum(effect) OVER (ORDER BY business_date, number))::numeric(15,2) AS balance FROM taken) AS counted;
  IF jsonb_array_length(lines) > p_most THEN PERFORM refuse('STATEMENT_TOO_LONG'); END IF;
  RETURN jsonb_build_object('account', account_views(ARRAY[account.id]), 'openingBalance', opening::text,
    'lines', coalesce(lines, '[]'));
END $$;

-- For printing it, or as a file.
CREATE OR REPLACE FUNCTION export_statement(p_account uuid, p_format text, p_from date, p_to date, p_most int) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  account accounts := opened_account(who, p_account, 'EXPORTED', jsonb_build_object('format', p_format, 'from', p_from, 'to', p_to));
BEGIN
  RETURN statement_on_paper(account, p_from, p_to, p_most);
END $$;

-- As it would be printed now. It was looked at, and not printed.
CREATE OR REPLACE FUNCTION preview_statement(p_account uuid, p_from date, p_to date, p_most int) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  account accounts := opened_account(who, p_account, 'VIEWED', '{}');
BEGIN
  RETURN statement_on_paper(account, p_from, p_to, p_most);
END $$;
