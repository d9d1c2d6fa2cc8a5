-- Every account has a balance row from the start.
CREATE OR REPLACE FUNCTION make_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO balances (account_id, available_balance)
    VALUES (NEW.id, available_of(NEW.account_type, 0, NEW.minimum_balance, NEW.agreed_limit));
  RETURN NULL;
END $$;
