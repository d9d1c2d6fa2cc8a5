-- That this customer may have an account opened here now; locked, so that the KYC status does not change in between.
CREATE OR REPLACE FUNCTION require_account_holder(who identity, p_customer uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE holder customers;
BEGIN
  SELECT * INTO holder FROM customers WHERE id = p_customer FOR SHARE;
  IF NOT FOUND THEN PERFORM refuse('CUSTOMER_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_OPEN', holder.branch_id);
  PERFORM require_not_listed(p_customer);
  IF holder.status <> 'ACTIVE' THEN PERFORM refuse('CUSTOMER_NOT_ACTIVE'); END IF;
  IF holder.kyc_status <> 'APPROVED' THEN PERFORM refuse('KYC_NOT_APPROVED'); END IF;
  PERFORM require_kyc_not_expired(holder);
END $$;

-- The product that is chosen for a new account: of its kind and currency, with terms that have begun. Null leaves the standard one.
CREATE OR REPLACE FUNCTION require_product(who identity, p_product uuid, p_type account_type, p_currency text) RETURNS void LANGUAGE plpgsql
STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_product IS NOT NULL AND NOT EXISTS (SELECT FROM products p, terms_of(p.id, date_of_branch(who.branch_id)) AS t
      WHERE p.id = p_product AND p.account_type = p_type AND p.currency = p_currency AND t.id IS NOT NULL) THEN
    PERFORM refuse('PRODUCT_NOT_FOUND');
  END IF;
END $$;

-- Opens an account for an approved customer and answers its number. A limit is proposed with it: the account has none until a second
-- person approves it. Sent twice with the same key, it opens one.
CREATE OR REPLACE FUNCTION open_account(p_id uuid, p_customer uuid, p_type account_type, p_currency text, p_limit numeric,
  p_product uuid DEFAULT NULL) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  limit_key uuid := derived_id(p_id, 'limit');
  opened accounts;
BEGIN
  IF p_id IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  SELECT * INTO opened FROM accounts WHERE id = p_id;
  IF NOT FOUND THEN
    PERFORM check_limit(p_type, p_currency, p_limit);
    PERFORM require_account_holder(who, p_customer);
    PERFORM require_product(who, p_product, p_type, p_currency);
    INSERT INTO accounts (id, customer_id, account_type, currency, branch_id, created_by, product_id)
      VALUES (p_id, p_customer, p_type, p_currency, who.branch_id, who.user_id, p_product) ON CONFLICT (id) DO NOTHING;
    SELECT * INTO opened FROM accounts WHERE id = p_id;
    IF p_limit > 0 THEN PERFORM put_limit(who, limit_key, opened, p_limit); END IF;
  END IF;
  IF (opened.customer_id, opened.account_type, opened.currency, opened.created_by)
      IS DISTINCT FROM (p_customer, p_type, p_currency::varchar, who.user_id)
      OR p_product IS NOT NULL AND p_product <> opened.product_id
      OR coalesce((SELECT (payload ->> 'limit')::numeric FROM approvals WHERE id = limit_key), 0) <> p_limit THEN
    PERFORM refuse('KEY_REUSED');
  END IF;
  RETURN opened.account_number;
END $$;
