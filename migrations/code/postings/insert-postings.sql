-- How the plain postings of a batch are locked and written: one statement for each table.

-- Locks the balances of these accounts, which are in the order of their keys, and answers what stands on them, in the same order; and
-- which of the accounts must not be posted on any more.
CREATE OR REPLACE FUNCTION lock_balances(who identity, p_channel text, p_accounts uuid[],
  OUT ledgers numeric[], OUT availables numeric[], OUT barred uuid[])
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  SELECT array_agg(b.ledger_balance ORDER BY b.account_id), array_agg(b.available_balance ORDER BY b.account_id)
    INTO ledgers, availables
    FROM (SELECT * FROM balances WHERE account_id = ANY (p_accounts) ORDER BY account_id FOR UPDATE) AS b;
  barred := barred_accounts(who, p_channel, p_accounts);
END $$;

-- Locks all balances of these items, and those that the fees of a person's postings go to, in the order of their keys: for items that are
-- then posted one by one in an order of their own. A job's postings carry no fee, and its caller may have locked their balances before.
CREATE OR REPLACE FUNCTION lock_items(who identity, p_plain int[], p_lines posting_line[], p_places int[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM FROM balances WHERE account_id IN (SELECT l.account_id FROM unnest(p_places, p_lines) AS l (place, account_id)
      WHERE l.place = ANY (p_plain) UNION SELECT id FROM accounts
        WHERE who.user_id IS NOT NULL AND branch_id = who.branch_id AND account_type = 'FEE_INCOME')
    ORDER BY account_id FOR UPDATE;
END $$;

-- Moves the balances of these accounts, which are in the order of their keys, and answers what stood on each. The change itself takes the
-- lock; the scans that are switched off would not keep the order.
CREATE OR REPLACE FUNCTION move_together(p_accounts uuid[], p_effects numeric[], p_drawns numeric[], p_numbers bigint[],
  OUT ledgers numeric[], OUT availables numeric[], OUT counts bigint[])
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  WITH moved AS (
    UPDATE balances b SET ledger_balance = b.ledger_balance + m.effect, available_balance = b.available_balance + m.drawn,
        entry_count = b.entry_count + m.number, updated_at = clock_timestamp()
      FROM unnest(p_accounts, p_effects, p_drawns, p_numbers) AS m (account_id, effect, drawn, number)
      WHERE b.account_id = m.account_id
      RETURNING b.account_id, b.ledger_balance - m.effect AS ledger, b.available_balance - m.drawn AS available,
        b.entry_count - m.number AS count)
  SELECT array_agg(ledger ORDER BY account_id), array_agg(available ORDER BY account_id), array_agg(count ORDER BY account_id)
    INTO ledgers, availables, counts FROM moved;
END $$;

-- Writes the transactions of items, each with its account on either side and what it moves, and answers their receipts without legs.
CREATE OR REPLACE FUNCTION insert_transactions(who identity, p_channel text, p_items posting_item[], p_made origin,
  p_today date, p_places int[], p_debited uuid[], p_credited uuid[], p_totals numeric[]) RETURNS posting_receipt[]
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  many int := cardinality(p_places);
  person text := (SELECT full_name FROM users WHERE id = p_made.user_id);
  branch_name text := (SELECT name FROM branches WHERE id = who.branch_id);
  -- Each from its own key, unless there is one cause for all.
  cause text := CASE WHEN p_made.cause_type <> 'INTENT' THEN cause_name(p_made.cause_type, p_made.cause_id) END;
  heads posting_receipt[];
BEGIN
  WITH written AS (
    INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount,
        currency, transaction_type, description, status, business_date, branch_id, created_by, actor, cause_type, cause_id,
        workstation, session_id, build, value_date)
      SELECT made.id, made.reference, item.key,
        posting_hash(p_channel, item.transaction_type, item.legs, item.currency, item.description), made.debited, made.credited,
        made.total, item.currency, item.transaction_type, item.description, 'COMPLETED', p_today, who.branch_id, p_made.user_id,
        p_made.actor, p_made.cause_type, CASE WHEN p_made.cause_type <> 'INTENT' OR p_made.cause_id <> item.key THEN p_made.cause_id END,
        p_made.workstation, p_made.session_id, p_made.build, coalesce(item.value_date, p_today)
      FROM unnest(numbered_ids(many), next_references(p_today, many), p_places, p_debited, p_credited, p_totals)
          AS made (id, reference, place, debited, credited, total)
        CROSS JOIN LATERAL (SELECT (p_items[made.place]).*) AS item
      RETURNING *)
  SELECT array_agg(ROW(w.id, w.transaction_id, w.transaction_type, w.status, w.description, w.business_date, w.amount, w.currency,
      w.created_at, person, branch_name, NULL, w.value_date, w.actor, w.cause_type, cause, NULL, NULL, NULL)::posting_receipt ORDER BY w.id)
    INTO heads FROM written AS w;
  RETURN heads;
END $$;
