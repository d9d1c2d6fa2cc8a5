-- Refuses what the policy blocks once a customer's KYC has expired: drawing on the account, or all that is posted at the counter.
CREATE OR REPLACE FUNCTION require_not_blocked(p_channel text, line posting_line, p_block text) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_channel = 'COUNTER' AND (p_block = 'POSTINGS' OR line.side = 'DEBIT') THEN
    PERFORM refuse('KYC_EXPIRED_BLOCKS', jsonb_build_object('account', line.account_number));
  END IF;
END $$;
