-- The accounts that transactions name are there, in the currency of the posting: asked of all rows that one statement wrote, by any user.
-- What is named is looked up by its key: a plan that was made while accounts were few would be kept.
CREATE OR REPLACE FUNCTION require_known_accounts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_seqscan = off AS $$
DECLARE unknown uuid;
BEGIN
  SELECT named.account_id INTO unknown
    FROM written w CROSS JOIN LATERAL (VALUES (w.from_account_id), (w.to_account_id)) AS named (account_id)
      LEFT JOIN LATERAL (SELECT id FROM accounts WHERE id = named.account_id AND currency = w.currency OFFSET 0) AS a ON true
    WHERE named.account_id IS NOT NULL AND a.id IS NULL LIMIT 1;
  IF unknown IS NOT NULL THEN
    RAISE foreign_key_violation USING CONSTRAINT = 'transactions_accounts', TABLE = 'transactions',
      MESSAGE = format('There is no account %s in the currency of the transaction', unknown);
  END IF;
  RETURN NULL;
END $$;
