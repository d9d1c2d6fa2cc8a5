-- Cash is counted in the posting's own transaction, and last of all that it locks: a person has one row of sums for each day and direction.

-- Whether a person is identified: by a document that is shown now, or a customer whose documents are approved.
CREATE OR REPLACE FUNCTION is_identified(p_person uuid, p_shows_document boolean) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT p_shows_document OR EXISTS (SELECT FROM customers WHERE id = p_person AND kyc_status = 'APPROVED') $$;

-- Counts cash of several people, each with a posting that it follows from, and looks at what it comes to. Refuses cash above the
-- threshold of somebody who is not identified. Whoever is told of that is told nothing else: an alert is written and not spoken of.
CREATE OR REPLACE FUNCTION count_cash_of_people(p_people uuid[], p_ins boolean[], p_currencies text[], p_amounts numeric[], p_numbers int[],
  p_date date, p_shows_document boolean, p_causes uuid[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  found record;
  first date;
BEGIN
  FOR found IN
    WITH counted AS (
      INSERT INTO cash_sums AS s (person_id, currency, is_in, business_date, total, postings)
        SELECT person, currency, is_in, p_date, amount, number
        FROM unnest(p_people, p_currencies, p_ins, p_amounts, p_numbers) AS each (person, currency, is_in, amount, number)
        ORDER BY person, currency, is_in
        ON CONFLICT (person_id, currency, is_in, business_date)
          DO UPDATE SET total = s.total + excluded.total, postings = s.postings + excluded.postings
        RETURNING person_id, currency, is_in, total, postings)
    SELECT c.person_id, c.currency, c.is_in, c.total, rules.identify_above, rules.report_above,
      least(before.first_date, p_date) AS first_date, CASE WHEN c.total > rules.report_above THEN 'REPORT'
        WHEN c.postings + before.postings >= rules.least_postings
          AND c.total + before.total >= rules.report_above * rules.sum_share / 100 THEN 'STRUCTURING' END AS alert
    FROM counted c CROSS JOIN LATERAL (SELECT * FROM cash_rules r WHERE r.currency = c.currency AND r.valid_from <= p_date
        ORDER BY r.valid_from DESC, r.created_at DESC, r.id DESC LIMIT 1) AS rules
      CROSS JOIN LATERAL (SELECT coalesce(sum(s.total), 0) AS total, coalesce(sum(s.postings), 0) AS postings,
          min(s.business_date) AS first_date
        FROM cash_sums s WHERE s.person_id = c.person_id AND s.currency = c.currency AND s.is_in = c.is_in AND s.business_date < p_date
          AND s.business_date > p_date - rules.window_days AND s.postings > 0 AND s.total <= rules.report_above) AS before
    WHERE c.total > least(rules.identify_above, rules.report_above) OR c.total + before.total >= rules.report_above * rules.sum_share / 100
  LOOP
    IF found.total > found.identify_above AND NOT is_identified(found.person_id, p_shows_document) THEN
      PERFORM refuse_unidentified(found.identify_above, found.currency);
    END IF;
    CONTINUE WHEN found.alert IS NULL;
    first := CASE found.alert WHEN 'REPORT' THEN p_date
      ELSE split_from(found.person_id, found.currency, found.is_in, found.first_date, p_date) END;
    IF first IS NOT NULL THEN
      PERFORM raise_alert(found.alert, found.person_id, found.currency, found.is_in, first, p_date, found.report_above,
        p_causes[array_position(p_people, found.person_id)]);
    END IF;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION refuse_unidentified(p_above numeric, p_currency text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM refuse('IDENTIFICATION_NEEDED', jsonb_build_object('amount', p_above::text, 'currency', p_currency));
END $$;

-- The same refusal before anything is counted: of a preview, and of a posting that waits for a second person.
CREATE OR REPLACE FUNCTION require_identified(p posting_presenters, p_in boolean, p_amount numeric, p_currency text, p_date date)
RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  above numeric := (cash_rules_in_force(p_currency, p_date)).identify_above;
  so_far numeric := (SELECT total FROM cash_sums
    WHERE person_id = p.person_id AND currency = p_currency AND is_in = p_in AND business_date = p_date);
BEGIN
  IF coalesce(so_far, 0) + p_amount > above AND NOT is_identified(p.person_id, p.document_type IS NOT NULL) THEN
    PERFORM refuse_unidentified(above, p_currency);
  END IF;
END $$;

-- The cash of these lines: whose it is by the accounts, how much, and whether it comes in. Without a till or a customer there is none.
CREATE OR REPLACE FUNCTION cash_of_lines(p_lines posting_line[], OUT holder uuid, OUT amount numeric, OUT is_in boolean)
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE line posting_line;
BEGIN
  FOREACH line IN ARRAY p_lines LOOP
    IF line.till_id IS NOT NULL THEN
      amount := line.amount;
      is_in := line.side = 'DEBIT';
    ELSIF line.customer_id IS NOT NULL AND holder IS NULL THEN
      holder := line.customer_id;
    END IF;
  END LOOP;
  IF amount IS NULL OR holder IS NULL THEN
    amount := NULL;
    holder := NULL;
  END IF;
END $$;
