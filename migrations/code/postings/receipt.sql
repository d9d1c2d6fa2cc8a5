-- A posted transaction as it stands in the ledger, in the shape of the contract: what the slip and the receipt show.

-- One leg with the names of its account: the kind, or for a till its name, and whose it is. A till's leg has no balances: whoever
-- counts it would know what to find.
CREATE OR REPLACE FUNCTION line_view(line posting_line) RETURNS jsonb LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF line.till_id IS NOT NULL THEN
    RETURN jsonb_build_object('side', line.side, 'accountId', line.account_id, 'accountNumber', line.account_number, 'label', line.label,
      'holder', line.holder, 'amount', line.amount::text, 'ledgerBefore', NULL, 'ledgerAfter', NULL, 'availableBefore', NULL,
      'availableAfter', NULL);
  END IF;
  RETURN jsonb_build_object('side', line.side, 'accountId', line.account_id, 'accountNumber', line.account_number, 'label', line.label,
    'holder', line.holder, 'amount', line.amount::text,
    'ledgerBefore', (line.ledger_after - line.effect)::text, 'ledgerAfter', line.ledger_after::text,
    'availableBefore', (line.available_after - line.drawn)::text, 'availableAfter', line.available_after::text);
END $$;

-- All legs as they are shown: debits first, of each side the account with the largest amount first, and the legs of one account in the
-- order in which they change its balance.
CREATE OR REPLACE FUNCTION lines_view(p_lines posting_line[]) RETURNS jsonb LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF cardinality(p_lines) = 2 THEN
    RETURN CASE p_lines[1].side WHEN 'DEBIT' THEN jsonb_build_array(line_view(p_lines[1]), line_view(p_lines[2]))
      ELSE jsonb_build_array(line_view(p_lines[2]), line_view(p_lines[1])) END;
  END IF;
  RETURN (SELECT jsonb_agg(line_view(l.line) ORDER BY (l.line).side, l.largest DESC, (l.line).account_id, (l.line).sequence)
    FROM (SELECT line, max(line.amount) OVER (PARTITION BY line.side, line.account_id) AS largest FROM unnest(p_lines) AS line) AS l);
END $$;

-- An entry as the line that made it. Of entries that do not say what could be drawn, it follows from the terms of the account.
CREATE OR REPLACE FUNCTION line_of_entry(entry entries) RETURNS posting_line LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE line posting_line := posting_line_of(entry.account_id, entry.entry_type, entry.amount, entry.actor);
BEGIN
  line.sequence := entry.sequence;
  line.ledger_after := entry.balance_after;
  line.available_after := coalesce(entry.available_after,
    (SELECT available_of(kind, entry.balance_after, a.minimum_balance, a.agreed_limit, 0)
      FROM accounts a JOIN account_kinds kind USING (account_type) WHERE a.id = entry.account_id));
  RETURN line;
END $$;

-- Which posting this one reverses, by which it is reversed, and why, in the shape of the contract; null for all others.
CREATE OR REPLACE FUNCTION reversal_view(p_id uuid, p_reversal_of uuid, p_reason text) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('direction', CASE WHEN t.id = p_reversal_of THEN 'REVERSES' ELSE 'REVERSED_BY' END,
    'transactionId', t.id, 'reference', t.transaction_id, 'reason', (SELECT name FROM reversal_reasons
      WHERE code = CASE WHEN t.id = p_reversal_of THEN p_reason ELSE t.reason_code END))
  FROM transactions t WHERE t.id = p_reversal_of OR t.reversal_of = p_id $$;

-- Who signed for the account that was debited, by name; nobody named: its holder.
CREATE OR REPLACE FUNCTION signers_of(p_id uuid) RETURNS text[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_agg(concat_ws(' ', c.first_name, c.last_name) ORDER BY c.last_name, c.first_name, c.id)
  FROM posting_signers s JOIN customers c ON c.id = s.customer_id WHERE s.transaction_id = p_id $$;

CREATE OR REPLACE FUNCTION receipt_of(p_id uuid) RETURNS SETOF posting_receipt LANGUAGE sql STABLE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT t.id, t.transaction_id::text, t.transaction_type, t.status, t.description, t.business_date, t.amount, t.currency::text,
    t.created_at, u.full_name::text, b.name::text,
    coalesce(lines_view(ARRAY(SELECT line_of_entry(e) FROM entries e WHERE e.transaction_id = t.id)), unposted_legs(t.id)),
    t.value_date, t.actor, t.cause_type::text, cause_name(t.cause_type, t.cause_id),
    reversal_view(t.id, t.reversal_of, t.reason_code), presenter_view(t.id), signers_of(t.id)
  FROM transactions t LEFT JOIN users u ON u.id = t.created_by JOIN branches b ON b.id = t.branch_id WHERE t.id = p_id $$;

-- A receipt that is opened: no row when there is no such transaction. That it was opened is on record. Not in the transaction that posted
-- it: the difference of a count would be told before the count stands.
CREATE OR REPLACE FUNCTION opened_posting(who identity, p_id uuid, p_action text, p_details jsonb DEFAULT '{}')
RETURNS SETOF posting_receipt LANGUAGE plpgsql VOLATILE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE posted transactions;
BEGIN
  SELECT * INTO posted FROM transactions WHERE id = p_id;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM require_branch(who, 'POSTING_READ', posted.branch_id);
  PERFORM require_committed(p_id);
  PERFORM note_look(who, p_action, 'transactions', p_id, p_details);
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
