-- What post_journal would do now, by the same rules, without doing it: the legs as a receipt shows them.
CREATE OR REPLACE FUNCTION preview_journal(p_type transaction_type, p_legs posting_leg[], p_currency text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR');
  legs posting_leg[] := check_legs(who, p_legs, p_currency);
  leg assessed_leg;
  shown jsonb := '[]';
BEGIN
  PERFORM require_open_day(who.branch_id);
  FOREACH leg IN ARRAY assess_posting(who, 'COUNTER', p_type, legs, p_currency) LOOP
    shown := shown || (SELECT leg_view(a, leg) FROM accounts a WHERE a.id = leg.account_id);
  END LOOP;
  RETURN shown;
END $$;
