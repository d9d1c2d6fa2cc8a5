-- What post_journal would do now, by the same rules, without doing it: the legs as a receipt shows them, and which limit
-- of what may be posted alone they exceed.
CREATE OR REPLACE FUNCTION preview_journal(p_type transaction_type, p_legs posting_leg[], p_currency text,
  p_signers uuid[] DEFAULT NULL, p_presenter jsonb DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR');
  lines posting_line[] := posting_lines(who, p_legs, p_currency, 'PERSON');
  today date;
BEGIN
  PERFORM count_accounts_shown(who, p_legs);
  today := (open_day(who.branch_id)).business_date;
  PERFORM require_posting_rule(who, 'COUNTER', p_type, lines);
  lines := foresee_balances(with_fees(who, p_type, lines, p_currency));
  PERFORM assess_posting(who, 'COUNTER', lines, p_currency);
  PERFORM require_signature(today, p_type, p_legs, p_currency, p_signers);
  PERFORM foresee_watch(who, lines, p_presenter, p_currency, today);
  RETURN jsonb_build_object('legs', lines_view(lines), 'exceeded', exceeded_limit(who, p_type, lines, p_currency, today));
END $$;
