-- Posts a deposit, withdrawal or transfer and returns its receipt, all in one call. A leg without an account is on the bank's
-- own account of a kind: TELLER_CASH is the caller's till. The same key with the same payload returns the same receipt; with another
-- payload it is refused. `p_signers` are the people who sign for the account that is debited; none means its holder. p_presenter is who
-- stands at the counter with cash, where it is not the holder (watch/presenters.sql).
CREATE OR REPLACE FUNCTION post_journal(p_key uuid, p_type transaction_type, p_legs posting_leg[], p_currency text, p_description text,
  p_signers uuid[] DEFAULT NULL, p_presenter jsonb DEFAULT NULL)
RETURNS SETOF posting_receipt LANGUAGE plpgsql SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  shown text := count_accounts_shown(who, p_legs);
  plainly boolean;
  receipt posting_receipt;
  written record;
BEGIN
  IF cardinality(p_legs) = 2 AND p_presenter IS NULL AND coalesce(p_signers, '{}') = '{}' THEN
    receipt := post_plainly(who, p_key, p_type, p_legs, p_currency, p_description);
    IF receipt.id IS NOT NULL THEN
      RETURN NEXT receipt;
      RETURN;
    END IF;
  END IF;
  plainly := holders_sign(who, p_legs, p_signers);
  written := write_posting(who, 'COUNTER', p_key, p_type, p_legs, p_currency, p_description, p_presenter => p_presenter);
  IF written.replayed OR NOT plainly THEN
    PERFORM sign_posting(written.posted_id, written.replayed, (written.receipt).business_date, p_type, p_legs, p_currency, p_signers);
  END IF;
  IF written.replayed THEN RETURN QUERY SELECT * FROM receipt_of(written.posted_id);
    RETURN;
  END IF;
  receipt := written.receipt;
  IF p_signers <> '{}' THEN receipt.signers := signers_of(written.posted_id); END IF;
  RETURN NEXT receipt;
END $$;
