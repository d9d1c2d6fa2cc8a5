-- Posts one deposit, withdrawal or transfer of the counter. The same key with the same payload returns the same
-- transaction; with another payload it is refused.
CREATE OR REPLACE FUNCTION post_journal(p_key uuid, p_type transaction_type, p_from uuid, p_to uuid, p_amount numeric, p_currency text, p_description text)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN (write_posting(require_identity('TELLER', 'SUPERVISOR'), 'COUNTER', p_key, p_type, p_from, p_to, p_amount, p_currency, p_description)).posted_id;
END $$;
