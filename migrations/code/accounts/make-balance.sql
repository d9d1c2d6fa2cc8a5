-- Every account has a balance row from the start.
CREATE OR REPLACE FUNCTION make_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO balances (account_id, available_balance)
    SELECT NEW.id, available_of(kind, 0, NEW.minimum_balance, NEW.agreed_limit, 0) FROM account_kinds kind
      WHERE kind.account_type = NEW.account_type;
  RETURN NULL;
END $$;
