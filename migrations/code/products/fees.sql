-- Fees beside a posting: further legs of the same posting, which the system derives from the terms of the account's product. A preview
-- shows them by the same function.

-- What a rule of product_terms.fees charges for an amount: by the last step that the amount reaches, within the rule's limits.
CREATE OR REPLACE FUNCTION fee_by(p_rule jsonb, p_amount numeric, p_decimals int) RETURNS numeric LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT least(greatest(round((step ->> 'flat')::numeric + p_amount * (step ->> 'percent')::numeric / 100, p_decimals),
      (p_rule ->> 'minimum')::numeric), (p_rule ->> 'maximum')::numeric)
  FROM jsonb_array_elements(p_rule -> 'steps') AS step WHERE (step ->> 'above')::numeric <= p_amount
  ORDER BY (step ->> 'above')::numeric DESC LIMIT 1 $$;

-- The fee of an account for a posting of this type and amount on a day; null where its product charges none.
CREATE OR REPLACE FUNCTION fee_on(p_account uuid, p_type transaction_type, p_amount numeric, p_date date) RETURNS numeric
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT fee_by(rule, p_amount, c.minor_units) FROM accounts a JOIN currencies c ON c.code = a.currency,
    terms_of(a.product_id, p_date) AS terms, jsonb_array_elements(terms.fees) AS rule
  WHERE a.id = p_account AND rule ->> 'type' = p_type::text $$;

-- The lines of a person's posting with the fees that follow from them: of a deposit the credited account pays, otherwise the debited
-- one. The fees of all its accounts go to the branch's fee income in one leg.
CREATE OR REPLACE FUNCTION with_fees(who identity, p_type transaction_type, p_lines posting_line[], p_currency text) RETURNS posting_line[]
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  payer entry_side := CASE p_type WHEN 'DEPOSIT' THEN 'CREDIT' ELSE 'DEBIT' END;
  fees posting_line[] := '{}';
  line posting_line;
  fee numeric;
  total numeric := 0;
BEGIN
  FOREACH line IN ARRAY p_lines LOOP
    CONTINUE WHEN line.charges IS NOT TRUE OR line.side <> payer OR line.currency <> p_currency;
    fee := fee_on(line.account_id, p_type, line.amount, date_of_branch(who.branch_id));
    CONTINUE WHEN fee IS NULL OR fee <= 0;
    fees := fees || posting_line_of(line.account_id, 'DEBIT', fee, 'JOB');
    total := total + fee;
  END LOOP;
  IF total = 0 THEN RETURN p_lines; END IF;
  RETURN p_lines || fees || posting_line_of(bank_account(who.branch_id, 'FEE_INCOME', p_currency), 'CREDIT', total, 'JOB');
END $$;
