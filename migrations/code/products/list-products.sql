-- Products in the shape of the contract, for everybody who opens accounts, decides on terms or examines them.

CREATE OR REPLACE FUNCTION terms_view(terms product_terms) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('validFrom', terms.valid_from, 'dayCount', terms.day_count, 'minimumBalance', terms.minimum_balance::text,
    'rates', terms.rates, 'overdraftRate', terms.overdraft_rate::text, 'monthlyFee', terms.monthly_fee::text,
    'feeWaivedFrom', terms.fee_waived_from::text, 'dormantAfter', terms.dormant_after, 'fees', terms.fees) $$;

-- All terms of a product, the latest first: those that begin later, those in force, those that were.
CREATE OR REPLACE FUNCTION product_view(product products) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', product.id, 'name', product.name, 'accountType', product.account_type, 'currency', product.currency,
    'standard', product.is_standard,
    'terms', (SELECT jsonb_agg(terms_view(t) ORDER BY t.valid_from DESC) FROM product_terms t WHERE t.product_id = product.id)) $$;

CREATE OR REPLACE FUNCTION list_products() RETURNS TABLE (business_date date, products jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN');
BEGIN
  RETURN QUERY SELECT date_of_branch(who.branch_id),
    coalesce((SELECT jsonb_agg(product_view(p) ORDER BY p.account_type, p.currency, NOT p.is_standard, p.name) FROM products p), '[]');
END $$;
