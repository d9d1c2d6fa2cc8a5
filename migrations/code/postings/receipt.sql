-- A posted transaction as it stands in the ledger, in the shape of the contract: what the slip and the receipt show.

-- One leg with the names of its account: the kind, or for a till its name, and whose it is. A till's leg has no balances: whoever
-- counts it would know what to find.
CREATE OR REPLACE FUNCTION leg_view(account accounts, leg assessed_leg) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('side', leg.side, 'accountId', account.id, 'accountNumber', account.account_number,
    'label', coalesce((SELECT name FROM tills WHERE id = account.till_id), account.account_type::text),
    'holder', (SELECT concat_ws(' ', first_name, last_name) FROM customers WHERE id = account.customer_id),
    'amount', leg.amount::text)
    || CASE WHEN account.till_id IS NULL
      THEN jsonb_build_object('ledgerBefore', leg.ledger_before::text, 'ledgerAfter', leg.ledger_after::text,
        'availableBefore', leg.available_before::text, 'availableAfter', leg.available_after::text)
      ELSE '{"ledgerBefore": null, "ledgerAfter": null, "availableBefore": null, "availableAfter": null}' END $$;

-- All legs as they are shown: debits first, of each side the account with the largest amount first, and the legs of one account in the
-- order in which they change its balance.
CREATE OR REPLACE FUNCTION legs_view(p_legs assessed_leg[]) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_agg(leg_view(a, l.leg) ORDER BY (l.leg).side, l.largest DESC, a.id, (l.leg).sequence)
  FROM (SELECT leg, max(leg.amount) OVER (PARTITION BY leg.side, leg.account_id) AS largest FROM unnest(p_legs) AS leg) AS l
    JOIN accounts a ON a.id = (l.leg).account_id $$;

-- An entry as the leg that made it: what stood before follows from the entry. Of entries that do not say what could be drawn, it follows
-- from the terms of the account.
CREATE OR REPLACE FUNCTION leg_of_entry(entry entries, account accounts) RETURNS assessed_leg LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ROW(account.id, entry.entry_type, entry.sequence, entry.balance_after - delta, entry.balance_after,
    drawable - CASE kind.drawn_from WHEN 'LIMIT' THEN -delta ELSE delta END, drawable, entry.amount, entry.actor)::corex.assessed_leg
  FROM account_kinds kind,
    LATERAL (SELECT CASE WHEN kind.normal_side = entry.entry_type THEN entry.amount ELSE -entry.amount END,
      coalesce(entry.available_after,
        available_of(kind, entry.balance_after, account.minimum_balance, account.agreed_limit, 0))) AS known (delta, drawable)
  WHERE kind.account_type = account.account_type $$;

CREATE OR REPLACE FUNCTION receipt_of(p_id uuid) RETURNS SETOF posting_receipt LANGUAGE sql STABLE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT t.id, t.transaction_id::text, t.transaction_type, t.status, t.description, t.business_date, t.amount, t.currency::text,
    t.created_at, u.full_name::text, b.name::text,
    legs_view(ARRAY(SELECT leg_of_entry(e, a) FROM entries e JOIN accounts a ON a.id = e.account_id WHERE e.transaction_id = t.id)),
    t.value_date, t.actor, t.cause_type::text, cause_name(t.cause_type, t.cause_id)
  FROM transactions t LEFT JOIN users u ON u.id = t.created_by JOIN branches b ON b.id = t.branch_id WHERE t.id = p_id $$;

-- A receipt that is opened: no row when there is no such transaction. That it was opened is on record. Not in the transaction that posted
-- it: the difference of a count would be told before the count stands.
CREATE OR REPLACE FUNCTION opened_posting(who identity, p_id uuid, p_action text) RETURNS SETOF posting_receipt LANGUAGE plpgsql VOLATILE
ROWS 1 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE posted transactions;
BEGIN
  SELECT * INTO posted FROM transactions WHERE id = p_id;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM require_branch(who, 'POSTING_READ', posted.branch_id);
  PERFORM require_committed(p_id);
  PERFORM note_look(who, p_action, 'transactions', p_id);
  RETURN QUERY SELECT * FROM receipt_of(p_id);
END $$;

CREATE OR REPLACE FUNCTION read_posting(p_id uuid) RETURNS SETOF posting_receipt LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT * FROM opened_posting(require_identity('TELLER', 'SUPERVISOR', 'AUDITOR'), p_id, 'VIEWED');
END $$;

-- By the reference that stands on the receipt.
CREATE OR REPLACE FUNCTION find_posting(p_reference text) RETURNS SETOF posting_receipt LANGUAGE plpgsql VOLATILE
SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
BEGIN
  RETURN QUERY SELECT * FROM opened_posting(who, (SELECT id FROM transactions WHERE transaction_id = p_reference), 'VIEWED');
END $$;

-- For printing it. It is a copy when the log knows that it was printed before, by whomever.
CREATE OR REPLACE FUNCTION export_posting(p_id uuid) RETURNS TABLE (receipt posting_receipt, is_copy boolean) LANGUAGE plpgsql VOLATILE
SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  printed boolean := EXISTS (SELECT FROM audit_logs WHERE resource_id = p_id AND resource_type = 'transactions' AND action = 'EXPORTED');
BEGIN
  RETURN QUERY SELECT opened, printed FROM opened_posting(who, p_id, 'EXPORTED') AS opened;
END $$;
