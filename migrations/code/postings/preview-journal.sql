-- What post_journal would do now, by the same rules, without doing it.
CREATE OR REPLACE FUNCTION preview_journal(p_type transaction_type, p_from uuid, p_to uuid, p_amount numeric, p_currency text)
RETURNS SETOF assessed_leg LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('TELLER', 'SUPERVISOR');
BEGIN
  PERFORM check_amount(p_amount, p_currency);
  IF p_amount = 0 THEN PERFORM refuse('AMOUNT_ZERO'); END IF;
  IF p_from = p_to THEN PERFORM refuse('SAME_ACCOUNT'); END IF;
  PERFORM require_open_day(who.branch_id);
  RETURN QUERY SELECT * FROM assess_posting(who, 'COUNTER', p_type, p_from, p_to, p_amount, p_currency);
END $$;
