-- Whether a deposit or a withdrawal is plain (post-plainly.sql), and what has to be known of it, by one statement before anything is locked
-- but its key and its day. Each condition is that of the function which refuses, asks or charges where it does not hold: the rule, the
-- amount, the limit (limits/needs-approval.sql), the fee (products/fees.sql), who signs (mandates/ways-to-sign.sql), the key
-- (posted-by-key.sql) and the cash of a person (watch/count-cash.sql), which may come to counts_to in the day without anybody looking at
-- it. Without a row all of it is null. An amount beyond cents, or as large as no till's, is not plain.
CREATE OR REPLACE FUNCTION plain_facts(who identity, p_key uuid, p_type transaction_type, p_account uuid, p_is_in boolean, p_amount numeric,
  p_currency text, OUT today date, OUT branch_name text, OUT person text, OUT till_account uuid, OUT till_id uuid, OUT till_number text,
  OUT till_name text, OUT account_number text, OUT account_type account_type, OUT customer_id uuid, OUT holder text,
  OUT limits numeric[], OUT counts_to numeric)
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
BEGIN
  -- A query of its own for each name and condition: a join would carry all columns through each of its steps.
  SELECT d.business_date, (SELECT name FROM branches WHERE id = d.branch_id), (SELECT full_name FROM users WHERE id = who.user_id),
      cash.id, cash.till_id, cash.account_number, (SELECT name FROM tills WHERE id = cash.till_id),
      a.account_number, a.account_type, a.customer_id,
      (SELECT concat_ws(' ', c.first_name, c.last_name) FROM customers c WHERE c.id = a.customer_id
        AND (p_is_in OR c.kind = 'PERSON' AND c.branch_id = d.branch_id AND c.date_of_birth
          + (SELECT make_interval(years => minimum_customer_age) FROM branches WHERE id = d.branch_id) <= d.business_date
          AND (SELECT count(*) FROM parties j WHERE j.account_id = a.id AND j.power = 'JOINT') = 0)),
      (SELECT ARRAY[l.per_posting, l.per_person_day, l.per_account_day] FROM posting_limits l
        WHERE l.role = who.role AND l.transaction_type = p_type AND l.currency = p_currency AND l.valid_from <= d.business_date
          AND (l.valid_until IS NULL OR l.valid_until >= d.business_date) AND (l.branch_id = who.branch_id OR l.branch_id IS NULL)
        ORDER BY l.branch_id NULLS LAST, l.valid_from DESC, l.id DESC LIMIT 1),
      (SELECT least(r.identify_above, r.report_above, r.report_above * r.sum_share / 100 - 0.01 - (SELECT coalesce(sum(s.total), 0)
          FROM cash_sums s WHERE s.person_id = a.customer_id AND s.currency = p_currency AND s.is_in = p_is_in
            AND s.business_date < d.business_date AND s.business_date > d.business_date - r.window_days AND s.postings > 0
            AND s.total <= r.report_above))
        FROM cash_rules r WHERE r.currency = p_currency AND r.valid_from <= d.business_date ORDER BY r.valid_from DESC, r.id DESC LIMIT 1)
    INTO today, branch_name, person, till_account, till_id, till_number, till_name, account_number, account_type, customer_id, holder,
      limits, counts_to
    FROM business_days d JOIN accounts a ON a.id = p_account AND a.currency = p_currency AND a.branch_id = d.branch_id
      JOIN till_sessions s ON s.user_id = who.user_id AND s.closed_at IS NULL
      JOIN accounts cash ON cash.till_id = s.till_id AND cash.currency = p_currency AND cash.branch_id = d.branch_id
    WHERE d.branch_id = who.branch_id AND d.closed_at IS NULL AND p_amount < 1e12 AND a.account_type IN ('SAVINGS', 'CURRENT')
      AND p_amount = round(p_amount, (SELECT minor_units FROM currencies WHERE code = p_currency))
      AND (SELECT charges_postings FROM products WHERE id = a.product_id) IS NOT TRUE
      AND (SELECT true FROM posting_rules WHERE channel = 'COUNTER' AND transaction_type = p_type AND role = who.role
        AND debit_type = CASE WHEN p_is_in THEN 'TELLER_CASH' ELSE a.account_type END
        AND credit_type = CASE WHEN p_is_in THEN a.account_type ELSE 'TELLER_CASH' END)
      AND (SELECT id FROM settled_intents WHERE id = p_key) IS NULL;
  IF (p_amount <= limits[1] AND holder IS NOT NULL) IS NOT TRUE THEN today := NULL; END IF;
END $$;
