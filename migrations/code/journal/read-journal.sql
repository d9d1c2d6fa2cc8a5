-- The journal: postings by whatever is known of them. A teller sees the own ones and those of the tills that they held, a supervisor those
-- of the branch, an auditor those of every branch that audits cross to, with the bank's own accounts.

-- One page, newest first, of at most 200, and the posting after which the next one begins. It looks at look_at_most() postings: where it
-- finds fewer among them, it is short, and the next one goes on. Rows are found by their keys, whichever they are: to plan that anew for
-- each of the first calls of a connection takes longer than to read them.
CREATE OR REPLACE FUNCTION read_journal(p_find jsonb, p_before uuid, p_limit int) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  most int := least(greatest(p_limit, 1), 200);
  ids uuid[];
  ended uuid;
  rows jsonb;
BEGIN
  SELECT array_agg(f.id ORDER BY f.place) FILTER (WHERE f.place IS NOT NULL), (array_agg(f.id) FILTER (WHERE f.place IS NULL))[1]
    INTO ids, ended
    FROM journal_found(who, p_find, journal_account(who, p_find), journal_customer(who, p_find), p_before, most, look_at_most()) AS f;
  -- Joined in place: a function for each row and account would take most of the time of a page.
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'reference', t.transaction_id, 'businessDate', t.business_date,
      'postedAt', t.created_at, 'transactionType', t.transaction_type, 'status', t.status, 'amount', t.amount::text,
      'currency', t.currency, 'description', t.description,
      'debit', CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('label', coalesce(dt.name, d.account_type::text),
        'accountNumber', d.account_number, 'holder', dc.first_name || ' ' || dc.last_name) END,
      'credit', CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('label', coalesce(ct.name, c.account_type::text),
        'accountNumber', c.account_number, 'holder', cc.first_name || ' ' || cc.last_name) END,
      'actor', jsonb_build_object('kind', t.actor, 'person', u.full_name, 'causeType', t.cause_type,
        'cause', CASE WHEN t.cause_type NOT IN ('INTENT', 'APPROVAL') THEN cause_name(t.cause_type, t.cause_id) END),
      'branchName', b.name,
      'reversal', CASE WHEN t.reversal_of IS NOT NULL OR r.id IS NOT NULL THEN reversal_view(t.id, t.reversal_of, t.reason_code) END)
      ORDER BY i.place), '[]') INTO rows
    FROM unnest(ids) WITH ORDINALITY AS i (id, place) JOIN transactions t ON t.id = i.id
      JOIN branches b ON b.id = t.branch_id LEFT JOIN users u ON u.id = t.created_by LEFT JOIN transactions r ON r.reversal_of = t.id
      LEFT JOIN accounts d ON d.id = t.from_account_id LEFT JOIN tills dt ON dt.id = d.till_id
        LEFT JOIN customers dc ON dc.id = d.customer_id
      LEFT JOIN accounts c ON c.id = t.to_account_id LEFT JOIN tills ct ON ct.id = c.till_id
        LEFT JOIN customers cc ON cc.id = c.customer_id;
  PERFORM count_reads(who, jsonb_array_length(rows));
  RETURN jsonb_build_object('rows', rows, 'next',
    CASE WHEN jsonb_array_length(rows) = most THEN rows -> -1 ->> 'id' ELSE ended::text END);
END $$;

-- How many postings fit, and what they come to by currency: counted up to p_most, among twice as many. While somebody holds a till,
-- what is posted since is counted and not summed: the sum would say what the till should hold.
CREATE OR REPLACE FUNCTION journal_totals(p_find jsonb, p_most int) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  most int := least(greatest(p_most, 1), 20000);
  blind boolean := EXISTS (SELECT FROM till_sessions s JOIN business_days d ON d.id = s.business_day_id WHERE s.user_id = who.user_id
    AND s.closed_at IS NULL AND coalesce((p_find ->> 'to')::date, d.business_date) >= d.business_date);
  answer jsonb;
BEGIN
  WITH found AS MATERIALIZED (SELECT f.place, f.currency, f.amount
    FROM journal_found(who, p_find, journal_account(who, p_find), journal_customer(who, p_find), NULL, most + 1, 2 * most) AS f),
  summed AS (SELECT currency, count(*) AS n, sum(amount) AS amount FROM found WHERE place IS NOT NULL GROUP BY currency)
  SELECT jsonb_build_object('count', least(count(f.place), most), 'more', count(f.place) > most OR count(*) > count(f.place),
      'sums', CASE WHEN NOT blind AND count(f.place) <= most AND count(*) = count(f.place) THEN
        (SELECT coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'count', s.n, 'amount', s.amount::text)
          ORDER BY s.currency), '[]') FROM summed s) END) INTO answer FROM found f;
  RETURN answer;
END $$;
