-- What the second person is shown of a posting that waits.

-- The limit that is exceeded, as an amount.
CREATE OR REPLACE FUNCTION exceeded_amount(who identity, head posting_receipt, p_exceeded text) RETURNS numeric LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE p_exceeded WHEN 'PER_POSTING' THEN l.per_posting WHEN 'PERSON_DAY' THEN l.per_person_day
    WHEN 'ACCOUNT_DAY' THEN l.per_account_day ELSE 0.00 END
  FROM limit_in_force(who.branch_id, who.role, head.transaction_type, head.currency, head.business_date) AS l $$;

-- The lines as they were proposed, with fees; their accounts as they are now.
CREATE OR REPLACE FUNCTION lines_of_proposal(proposal approvals) RETURNS posting_line[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_agg(posting_line_of((line ->> 'account')::uuid, (line ->> 'side')::entry_side, (line ->> 'amount')::numeric,
    (line ->> 'actor')::actor_kind) ORDER BY n)
  FROM jsonb_array_elements(proposal.payload -> 'lines') WITH ORDINALITY AS l (line, n) $$;

-- The legs of a posting that has made no entries, as its receipt shows them: without balances, which it did not change.
CREATE OR REPLACE FUNCTION unposted_legs(p_transaction uuid) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT lines_view(lines_of_proposal(a)) FROM approvals a WHERE a.id = p_transaction AND a.kind = 'POSTING' $$;

-- Who stands at the counter where it is not the holder, and the cash of whoever does on the business date, in and out apart: over all
-- accounts, tills and branches.
CREATE OR REPLACE FUNCTION cash_at_counter(posted transactions, p_customer uuid,
  OUT name text, OUT on_behalf_of text, OUT cash_in numeric, OUT cash_out numeric)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE person uuid := (person_of_posting(posted.id, p_customer)).person_id;
BEGIN
  SELECT p.full_name, p.on_behalf_of INTO name, on_behalf_of FROM posting_presenters p WHERE p.transaction_id = posted.id;
  SELECT coalesce(sum(total) FILTER (WHERE is_in), 0.00), coalesce(sum(total) FILTER (WHERE NOT is_in), 0.00) INTO cash_in, cash_out
    FROM cash_sums WHERE person_id = person AND currency = posted.currency AND business_date = posted.business_date;
END $$;

-- One side of a posting to decide upon: whose account, and its balances as they are and as they would be. Of a till only its name: whoever
-- counts it must not know what it should hold. The balance that is left to draw has the posting taken off already, because it is held.
CREATE OR REPLACE FUNCTION side_facts(p_lines posting_line[], p_side entry_side, p_prefix text) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_object_agg(p_prefix || f.name, f.value)
  FROM (SELECT account_id, customer_id, label, holder, account_number FROM unnest(p_lines)
      WHERE side = p_side AND actor = 'PERSON' LIMIT 1) AS l
    JOIN accounts a ON a.id = l.account_id JOIN balances b ON b.account_id = l.account_id
    CROSS JOIN LATERAL (SELECT sum(effect) AS effect FROM unnest(p_lines) AS other WHERE other.account_id = l.account_id) AS e
    CROSS JOIN LATERAL (VALUES ('Account', CASE WHEN l.customer_id IS NULL THEN l.label ELSE l.account_number END), ('Holder', l.holder),
      ('Status', CASE WHEN a.status <> 'ACTIVE' THEN a.status::text END),
      ('Balance', CASE WHEN l.customer_id IS NOT NULL THEN b.ledger_balance::text END),
      ('BalanceAfter', CASE WHEN l.customer_id IS NOT NULL THEN (b.ledger_balance + e.effect)::text END),
      ('AvailableAfter', CASE WHEN l.customer_id IS NOT NULL AND p_side = 'DEBIT' THEN b.available_balance::text END)) AS f (name, value)
  WHERE f.value IS NOT NULL $$;

-- What the second person is shown.
CREATE OR REPLACE FUNCTION show_posting(proposal approvals) RETURNS jsonb LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  posted transactions;
  lines posting_line[] := lines_of_proposal(proposal);
  customer customers;
  stood record;
BEGIN
  SELECT * INTO posted FROM transactions WHERE id = proposal.subject_id;
  SELECT c.* INTO customer FROM unnest(lines) AS l JOIN customers c ON c.id = l.customer_id LIMIT 1;
  stood := cash_at_counter(posted, customer.id);
  RETURN jsonb_strip_nulls(jsonb_build_object('subject', concat_ws(' ', customer.first_name, customer.last_name),
      'customerNumber', customer.customer_number, 'postingType', posted.transaction_type, 'amount', posted.amount::text,
      'fee', (SELECT sum(amount)::text FROM unnest(lines) WHERE actor <> 'PERSON' AND side = 'DEBIT'),
      'currency', posted.currency, 'reference', posted.transaction_id, 'description', posted.description,
      'exceeded', proposal.payload ->> 'exceeded', 'allowed', proposal.payload ->> 'limit',
      'presenter', stood.name, 'onBehalfOf', stood.on_behalf_of, 'cashIn', stood.cash_in::text, 'cashOut', stood.cash_out::text,
      'loanMethod', proposal.payload -> 'loan' ->> 'method', 'loanMonths', proposal.payload -> 'loan' ->> 'months',
      'loanFirstDue', proposal.payload -> 'loan' ->> 'firstDue',
      'signedBy', (SELECT string_agg(concat_ws(' ', c.first_name, c.last_name), ', ' ORDER BY c.id)
        FROM posting_signers s JOIN customers c ON c.id = s.customer_id WHERE s.transaction_id = posted.id),
      'tillState', CASE WHEN NOT till_is_as_proposed(proposal) THEN 'CLOSED' END))
    || side_facts(lines, 'DEBIT', 'from') || side_facts(lines, 'CREDIT', 'to');
END $$;
