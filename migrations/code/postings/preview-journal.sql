-- What post_journal would do now, by the same rules, without doing it: the legs as a receipt shows them.
CREATE OR REPLACE FUNCTION preview_journal(p_type transaction_type, p_legs posting_leg[], p_currency text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR');
  lines posting_line[] := posting_lines(who, p_legs, p_currency, 'PERSON');
BEGIN
  PERFORM count_accounts_shown(who, p_legs);
  PERFORM open_day(who.branch_id);
  PERFORM require_posting_rule(who, 'COUNTER', p_type, lines);
  lines := foresee_balances(with_fees(who, p_type, lines, p_currency));
  PERFORM assess_posting(who, 'COUNTER', lines, p_currency);
  RETURN lines_view(lines);
END $$;
