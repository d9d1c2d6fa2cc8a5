-- What an account of this kind does not allow: overdrawing, overpaying a loan, paying out cash that is not there. The refusal says
-- how much would have been possible, but not of a till: whoever counts it would know what to find.
CREATE OR REPLACE FUNCTION check_limits_of_kind(account accounts, kind account_kinds, leg assessed_leg) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF abs(leg.ledger_after) >= 1e13 OR abs(leg.available_after) >= 1e13 THEN PERFORM refuse('BALANCE_TOO_LARGE'); END IF;
  IF leg.side = 'DEBIT' AND kind.debit_refusal IS NOT NULL AND leg.available_after < 0 THEN
    PERFORM refuse(kind.debit_refusal, jsonb_build_object('available', leg.available_before::text, 'currency', account.currency));
  END IF;
  IF leg.side = 'CREDIT' AND kind.credit_refusal IS NOT NULL AND leg.ledger_after < 0 THEN
    IF account.till_id IS NOT NULL THEN PERFORM refuse('TILL_SHORT_OF_CASH'); END IF;
    PERFORM refuse(kind.credit_refusal, jsonb_build_object('available', leg.ledger_before::text, 'currency', account.currency));
  END IF;
END $$;
