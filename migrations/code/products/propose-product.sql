-- A new product, or other terms of one: proposed by one person and agreed by another.

-- p_product names the new product, or the one that gets other terms; p_change has the terms, and of a new product its name, kind and
-- currency too. Sent twice with the same key, it is proposed once.
CREATE OR REPLACE FUNCTION propose_product(p_key uuid, p_product uuid, p_change jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('SUPERVISOR', 'ADMIN');
  known products;
BEGIN
  SELECT * INTO known FROM products WHERE id = p_product;
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    IF p_change ? 'name' THEN
      PERFORM check_new_product(p_product, p_change);
    ELSE
      IF known.id IS NULL THEN PERFORM refuse('PRODUCT_NOT_FOUND'); END IF;
      PERFORM check_terms(p_change -> 'terms', known.account_type, known.currency);
    END IF;
    PERFORM check_terms_date(p_product, (p_change -> 'terms' ->> 'validFrom')::date);
  END IF;
  PERFORM propose(who, p_key, CASE WHEN p_change ? 'name' THEN 'PRODUCT' ELSE 'PRODUCT_TERMS' END, 'products', p_product, p_change);
END $$;

CREATE OR REPLACE FUNCTION check_new_product(p_product uuid, p_change jsonb) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_product IS NULL OR EXISTS (SELECT FROM products WHERE id = p_product) THEN PERFORM refuse('KEY_REUSED'); END IF;
  IF NOT EXISTS (SELECT FROM currencies WHERE code = p_change ->> 'currency') THEN PERFORM refuse('CURRENCY_NOT_SUPPORTED'); END IF;
  IF coalesce(p_change ->> 'accountType', '') NOT IN ('SAVINGS', 'CURRENT', 'LOAN') THEN PERFORM refuse('VALIDATION'); END IF;
  IF length(clean_name(p_change ->> 'name')) NOT BETWEEN 1 AND 100 THEN PERFORM refuse('VALIDATION'); END IF;
  IF EXISTS (SELECT FROM products WHERE name = clean_name(p_change ->> 'name')) THEN PERFORM refuse('PRODUCT_NAME_TAKEN'); END IF;
  PERFORM check_terms(p_change -> 'terms', (p_change ->> 'accountType')::account_type, p_change ->> 'currency');
END $$;

-- What the second person is shown: the terms as they would be, and those of the product that are in force now. Lists are shown as JSON
-- text, which the screen puts into words.
CREATE OR REPLACE FUNCTION show_product(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', coalesce(p.name, clean_name(proposal.payload ->> 'name')),
    'accountType', coalesce(p.account_type::text, proposal.payload ->> 'accountType'),
    'currency', coalesce(p.currency, proposal.payload ->> 'currency'), 'validFrom', terms ->> 'validFrom',
    'dayCount', terms ->> 'dayCount', 'dayCountNow', now_.day_count,
    'rates', terms ->> 'rates', 'ratesNow', now_.rates::text,
    'overdraftRate', terms ->> 'overdraftRate', 'overdraftRateNow', now_.overdraft_rate::text,
    'minimumBalance', terms ->> 'minimumBalance', 'minimumBalanceNow', now_.minimum_balance::text,
    'monthlyFee', terms ->> 'monthlyFee', 'monthlyFeeNow', now_.monthly_fee::text,
    'feeWaivedFrom', terms ->> 'feeWaivedFrom', 'feeWaivedFromNow', now_.fee_waived_from::text,
    'dormantAfter', terms ->> 'dormantAfter', 'dormantAfterNow', now_.dormant_after::text,
    'fees', terms ->> 'fees', 'feesNow', now_.fees::text))
  FROM (SELECT proposal.payload -> 'terms') AS proposed (terms)
    LEFT JOIN products p ON p.id = proposal.subject_id
    LEFT JOIN LATERAL terms_of(p.id, date_of_branch(proposal.branch_id)) AS now_ ON true $$;

-- Numbers as the ledger keeps them, and bands and steps in order.
CREATE OR REPLACE FUNCTION write_terms(p_product uuid, p_terms jsonb) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  INSERT INTO product_terms (product_id, valid_from, day_count, minimum_balance, overdraft_rate, monthly_fee, fee_waived_from,
      dormant_after, rates, fees)
    SELECT p_product, (p_terms ->> 'validFrom')::date, p_terms ->> 'dayCount', (p_terms ->> 'minimumBalance')::numeric,
      (p_terms ->> 'overdraftRate')::numeric, (p_terms ->> 'monthlyFee')::numeric,
      (p_terms ->> 'feeWaivedFrom')::numeric, (p_terms ->> 'dormantAfter')::smallint,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('above', round((band ->> 'above')::numeric, 2)::text,
          'rate', round((band ->> 'rate')::numeric, 4)::text) ORDER BY (band ->> 'above')::numeric), '[]')
        FROM jsonb_array_elements(p_terms -> 'rates') AS band),
      (SELECT coalesce(jsonb_agg(jsonb_build_object('type', rule ->> 'type',
          'minimum', round((rule ->> 'minimum')::numeric, 2)::text, 'maximum', round((rule ->> 'maximum')::numeric, 2)::text,
          'steps', (SELECT jsonb_agg(jsonb_build_object('above', round((step ->> 'above')::numeric, 2)::text,
              'flat', round((step ->> 'flat')::numeric, 2)::text, 'percent', round((step ->> 'percent')::numeric, 4)::text)
              ORDER BY (step ->> 'above')::numeric) FROM jsonb_array_elements(rule -> 'steps') AS step)) ORDER BY rule ->> 'type'), '[]')
        FROM jsonb_array_elements(p_terms -> 'fees') AS rule);
  UPDATE products SET charges_postings = true WHERE id = p_product AND NOT charges_postings AND p_terms -> 'fees' <> '[]' $$;

CREATE OR REPLACE FUNCTION perform_product(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE change jsonb := proposal.payload;
BEGIN
  PERFORM check_new_product(proposal.subject_id, change);
  PERFORM check_terms_date(proposal.subject_id, (change -> 'terms' ->> 'validFrom')::date);
  INSERT INTO products (id, name, account_type, currency)
    VALUES (proposal.subject_id, clean_name(change ->> 'name'), (change ->> 'accountType')::account_type, change ->> 'currency');
  PERFORM write_terms(proposal.subject_id, change -> 'terms');
  RETURN '{}';
END $$;

CREATE OR REPLACE FUNCTION perform_product_terms(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE known products;
BEGIN
  SELECT * INTO known FROM products WHERE id = proposal.subject_id FOR UPDATE;
  PERFORM check_terms(proposal.payload -> 'terms', known.account_type, known.currency);
  PERFORM check_terms_date(known.id, (proposal.payload -> 'terms' ->> 'validFrom')::date);
  PERFORM write_terms(known.id, proposal.payload -> 'terms');
  RETURN '{}';
END $$;
