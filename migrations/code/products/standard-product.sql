-- The product that an account gets which is opened without naming one. Made when first needed, with terms that earn and cost nothing:
-- a bank that uses no products has one for each kind of account and currency.
CREATE OR REPLACE FUNCTION standard_product(p_type account_type, p_currency text) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE found uuid := (SELECT id FROM products WHERE account_type = p_type AND currency = p_currency AND is_standard);
BEGIN
  IF found IS NOT NULL THEN RETURN found; END IF;
  INSERT INTO products (name, account_type, currency, is_standard)
    VALUES (initcap(p_type::text) || ' ' || p_currency, p_type, p_currency, true) ON CONFLICT DO NOTHING RETURNING id INTO found;
  IF found IS NOT NULL THEN
    INSERT INTO product_terms (product_id, valid_from, day_count) VALUES (found, '0001-01-01', 'ACT_365F');
  END IF;
  -- Somebody else has made it meanwhile, or a product of that name is none of this kind: then there is no standard one.
  RETURN coalesce(found, (SELECT id FROM products WHERE account_type = p_type AND currency = p_currency AND is_standard));
END $$;

-- An account of a customer has a product, and one of the bank's own has none.
CREATE OR REPLACE FUNCTION stamp_product() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NEW.customer_id IS NOT NULL AND NEW.product_id IS NULL THEN
    NEW.product_id := standard_product(NEW.account_type, NEW.currency);
  END IF;
  RETURN NEW;
END $$;
