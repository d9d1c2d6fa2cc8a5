-- How the plain postings of a batch are locked and written: one statement for each table.

-- Locks the balances of these accounts, which are in the order of their keys, and answers what stands on them, in the same order; and
-- which of the accounts must not be posted on any more.
CREATE OR REPLACE FUNCTION lock_balances(who identity, p_channel text, p_accounts uuid[],
  OUT ledgers numeric[], OUT availables numeric[], OUT counts bigint[], OUT barred uuid[])
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  SELECT array_agg(b.ledger_balance ORDER BY b.account_id), array_agg(b.available_balance ORDER BY b.account_id),
      array_agg(b.entry_count ORDER BY b.account_id) INTO ledgers, availables, counts
    FROM (SELECT * FROM balances WHERE account_id = ANY (p_accounts) ORDER BY account_id FOR UPDATE) AS b;
  barred := barred_accounts(who, p_channel, p_accounts);
END $$;

-- Locks all balances of these items, and those that fees go to, in the order of their keys: for items that are then posted one by one in an
-- order of their own.
CREATE OR REPLACE FUNCTION lock_items(who identity, p_plain int[], p_lines posting_line[], p_places int[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM FROM balances WHERE account_id IN (SELECT l.account_id FROM unnest(p_places, p_lines) AS l (place, account_id)
      WHERE l.place = ANY (p_plain) UNION SELECT id FROM accounts WHERE branch_id = who.branch_id AND account_type = 'FEE_INCOME')
    ORDER BY account_id FOR UPDATE;
END $$;

-- Writes plain items whose lines say what they come to, with one statement for each table.
CREATE OR REPLACE FUNCTION insert_postings(who identity, p_items posting_item[], p_made origin, p_today date, p_ids uuid[], p_places int[],
  p_hashes bytea[], p_lines posting_line[], p_line_ids uuid[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount,
      currency, transaction_type, description, status, business_date, branch_id, created_by, processed_at, actor, cause_type, cause_id,
      workstation, session_id, build, value_date)
    SELECT made.id, next_reference(p_today), item.key, made.hash, side.debited, side.credited, side.total, item.currency, item.type,
      item.description, 'COMPLETED', p_today, who.branch_id, p_made.user_id, clock_timestamp(), p_made.actor, p_made.cause_type,
      coalesce(p_made.cause_id, item.key), p_made.workstation, p_made.session_id, p_made.build, coalesce(item.value_date, p_today)
    FROM unnest(p_ids, p_places, p_hashes) AS made (id, place, hash)
      JOIN unnest(p_items) WITH ORDINALITY AS item (key, type, legs, currency, description, value_date, i) ON item.i = made.place
      JOIN (SELECT line.id, (array_agg(line.account_id ORDER BY n) FILTER (WHERE line.side = 'DEBIT'))[1] AS debited,
          (array_agg(line.account_id ORDER BY n) FILTER (WHERE line.side = 'CREDIT'))[1] AS credited,
          sum(line.amount) FILTER (WHERE line.side = 'DEBIT') AS total
        FROM unnest(p_line_ids, ARRAY(SELECT generate_subscripts(p_lines, 1)), p_lines) AS line (id, n, account_id, side, amount)
        GROUP BY line.id) AS side ON side.id = made.id
    ORDER BY made.place;
  INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor,
      available_after)
    SELECT line.id, line.account_id, line.side, line.amount, line.sequence, line.ledger_after, p_today, t.value_date, line.actor,
      line.available_after
    FROM unnest(p_line_ids, p_lines) AS line (id, account_id, side, amount, actor, account_number, account_type, currency, branch_id,
        customer_id, till_id, debit_refusal, credit_refusal, label, holder, effect, drawn, sequence, ledger_after, available_after)
      JOIN transactions t ON t.id = line.id;
END $$;
