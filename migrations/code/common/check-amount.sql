-- Refuses amounts that the ledger cannot hold, each fault by its own name. NaN > 0 is true and 0.005 rounds up silently.
CREATE OR REPLACE FUNCTION check_amount(p_amount numeric, p_currency text) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE decimals int;
BEGIN
  SELECT minor_units INTO decimals FROM currencies WHERE code = p_currency;
  IF NOT FOUND THEN PERFORM refuse('CURRENCY_NOT_SUPPORTED'); END IF;
  IF p_amount IS NULL OR p_amount IN ('NaN', 'Infinity', '-Infinity') THEN PERFORM refuse('AMOUNT_NOT_A_NUMBER'); END IF;
  IF p_amount < 0 THEN PERFORM refuse('AMOUNT_NEGATIVE'); END IF;
  IF p_amount >= 1e13 THEN PERFORM refuse('AMOUNT_TOO_LARGE'); END IF;
  IF p_amount <> round(p_amount, decimals) THEN
    PERFORM refuse('AMOUNT_TOO_PRECISE', jsonb_build_object('decimals', decimals::text, 'currency', p_currency));
  END IF;
END $$;
