-- Copies what the demonstration's loader made, so that a large bank is there in minutes: its customers, documents, accounts and
-- postings `copies` times, each time by other people; the entries of the bank's own accounts and of one shop are one long history each.
-- The totals of its days grow with them, so the books balance. Run by a superuser, for whom neither foreign keys nor the triggers that
-- are on now ask.

SET session_replication_role = replica;
SET work_mem = '192MB';
SET maintenance_work_mem = '768MB';
SET temp_file_limit = -1;
SET jit = off;

-- The key of copy k of a row: the same moment, other random bits. Copy 0 is the row itself.
CREATE FUNCTION pg_temp.copied(id uuid, k int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (left(id::text, 32) || lpad(to_hex((('x' || right(id::text, 4))::bit(16)::int + k * 1021) % 65536), 4, '0'))::uuid $$;

-- The key of a row as it would have been drawn on that date: what the loader writes in minutes was posted over months.
CREATE FUNCTION pg_temp.dated(id uuid, d date) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (left(moment, 8) || '-' || right(moment, 4) || substr(id::text, 14))::uuid
  FROM lpad(to_hex(('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint
    - (current_date - d) * 86400000::bigint), 12, '0') AS moment $$;

-- Writes a source `o` with a number `k` into a table: every column as it is, but those that `p_changes` has an expression for.
CREATE FUNCTION pg_temp.fill(p_table regclass, p_source text, p_changes jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE columns name[] := ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = p_table AND attnum > 0 AND NOT attisdropped
  AND attgenerated = '' ORDER BY attnum);
BEGIN
  EXECUTE format('INSERT INTO %s (%s) SELECT %s FROM %s', p_table, (SELECT string_agg(quote_ident(c), ', ') FROM unnest(columns) AS c),
    (SELECT string_agg(coalesce(p_changes ->> c, format('o.%I', c)), ', ' ORDER BY n) FROM unnest(columns) WITH ORDINALITY AS c (c, n)),
    p_source);
END $$;

-- Triggers that always fire, and indexes that are made anew faster than kept, are put aside; put_back() makes them again.
CREATE TEMP TABLE put_aside (undo text);
CREATE PROCEDURE pg_temp.put_aside(VARIADIC p_tables text[]) LANGUAGE plpgsql AS $$
DECLARE change record;
BEGIN
  FOR change IN
    SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS do,
        format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', tgrelid::regclass, tgname) AS undo
      FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal AND tgrelid = ANY (p_tables::regclass[])
    UNION ALL
    SELECT format('DROP INDEX %s', i.indexrelid::regclass), replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
      FROM pg_index i WHERE i.indrelid = ANY (p_tables::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
  LOOP
    EXECUTE change.do;
    INSERT INTO put_aside VALUES (change.undo);
  END LOOP;
END $$;
CREATE PROCEDURE pg_temp.put_back() LANGUAGE plpgsql AS $$
DECLARE change text;
BEGIN
  FOR change IN SELECT undo FROM put_aside LOOP EXECUTE change; END LOOP;
  TRUNCATE put_aside;
END $$;

-- What the trigger that is off makes for a user.
CREATE FUNCTION pg_temp.count_reads(p_user uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE SEQUENCE corex.%1$I; ALTER SEQUENCE corex.%1$I OWNER TO corex_owner', 'reads_' || replace(p_user::text, '-', ''));
END $$;

CREATE PROCEDURE pg_temp.multiply(copies int) LANGUAGE plpgsql AS $$
DECLARE
  copied_key CONSTANT text := 'pg_temp.copied(o.%s, k)';
  more text := format(', generate_series(1, %s) AS k', copies - 1);
BEGIN
  CALL pg_temp.put_aside('users', 'customers', 'kyc_documents', 'accounts', 'transactions', 'entries', 'day_totals', 'day_seals');
  -- Checked row by row against all others: no reading asks it, and the copies have numbers of their own.
  ALTER TABLE kyc_documents DROP CONSTRAINT kyc_documents_number_of_one_person;

  UPDATE transactions SET id = pg_temp.dated(id, business_date);
  UPDATE entries SET transaction_id = pg_temp.dated(transaction_id, business_date);

  CREATE TEMP TABLE kept AS SELECT a.id AS account, b.ledger_balance, b.available_balance, b.entry_count, kind.normal_side
    FROM accounts a JOIN balances b ON b.account_id = a.id JOIN account_kinds kind ON kind.account_type = a.account_type
    WHERE a.customer_id IS NULL OR a.id = (SELECT account_id FROM balances JOIN accounts ON accounts.id = account_id
      WHERE customer_id IS NOT NULL ORDER BY entry_count DESC LIMIT 1);
  CREATE TEMP TABLE o_people AS SELECT *, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS people FROM customers;
  CREATE UNIQUE INDEX ON o_people (n);
  CREATE TEMP TABLE o_users AS SELECT * FROM users;
  CREATE TEMP TABLE o_documents AS SELECT * FROM kyc_documents;
  CREATE TEMP TABLE o_accounts AS SELECT * FROM accounts WHERE id NOT IN (SELECT account FROM kept);
  CREATE TEMP TABLE o_balances AS SELECT * FROM balances WHERE account_id NOT IN (SELECT account FROM kept);
  CREATE TEMP TABLE o_transactions AS SELECT * FROM transactions;
  CREATE TEMP TABLE o_entries AS SELECT * FROM entries;
  ANALYZE kept, o_people, o_documents, o_accounts, o_balances, o_transactions, o_entries;

  -- Nobody posts forty times what a person can.
  PERFORM pg_temp.fill('users', 'o_users o' || more, jsonb_build_object('id', format(copied_key, 'id'),
    'username', 'o.username || k', 'email', $q$replace(o.email, '@', '.x' || k || '@')$q$));
  PERFORM pg_temp.count_reads(id) FROM users WHERE id NOT IN (SELECT id FROM o_users);
  -- A surname of somebody else makes another person.
  PERFORM pg_temp.fill('customers', 'o_people o' || more || ', LATERAL (SELECT p.last_name FROM o_people p
      WHERE p.n = 1 + (o.n + k * 7919) % o.people) AS other', jsonb_build_object(
    'id', format(copied_key, 'id'), 'customer_number', $q$'C-' || (10000000 * k + right(o.customer_number, 8)::bigint)$q$,
    'last_name', 'other.last_name', 'name_key', $q$fold(concat_ws(' ', o.first_name, other.last_name))$q$,
    'surname_key', $q$fold(concat_ws(' ', other.last_name, o.first_name))$q$,
    'email', $q$replace(o.email, '@', '.x' || k || '@')$q$, 'phone', $q$left(o.phone, -2) || lpad((k % 100)::text, 2, '0')$q$));
  PERFORM pg_temp.fill('kyc_documents', 'o_documents o' || more, jsonb_build_object('id', format(copied_key, 'id'),
    'customer_id', format(copied_key, 'customer_id'), 'file_id', format(copied_key, 'file_id'),
    'document_number', 'o.document_number || k', 'number_key', 'o.number_key || k'));
  PERFORM pg_temp.fill('accounts', 'o_accounts o' || more, jsonb_build_object('id', format(copied_key, 'id'),
    'customer_id', format(copied_key, 'customer_id'), 'account_number', 'o.account_number::bigint + k * 10000000'));
  PERFORM pg_temp.fill('balances', 'o_balances o' || more, jsonb_build_object('account_id', format(copied_key, 'account_id')));

  PERFORM pg_temp.fill('transactions', 'o_transactions o LEFT JOIN kept f ON f.account = o.from_account_id
      LEFT JOIN kept t ON t.account = o.to_account_id' || more, jsonb_build_object(
    'id', format(copied_key, 'id'), 'idempotency_key', format(copied_key, 'idempotency_key'),
    'transaction_id', $q$replace(o.transaction_id, '-', '-' || k + 10)$q$, 'created_by', format(copied_key, 'created_by'),
    'from_account_id', 'coalesce(f.account, pg_temp.copied(o.from_account_id, k))',
    'to_account_id', 'coalesce(t.account, pg_temp.copied(o.to_account_id, k))'));
  DELETE FROM entries WHERE account_id IN (SELECT account FROM kept);
  PERFORM pg_temp.fill('entries', 'o_entries o' || more || ' WHERE o.account_id NOT IN (SELECT account FROM kept)', jsonb_build_object(
    'id', format(copied_key, 'id'), 'transaction_id', format(copied_key, 'transaction_id'), 'account_id', format(copied_key, 'account_id')));
  PERFORM pg_temp.fill('entries', format('o_entries o JOIN kept ON kept.account = o.account_id CROSS JOIN generate_series(0, %s) AS k
      WINDOW along AS (PARTITION BY o.account_id ORDER BY o.sequence, k ROWS UNBOUNDED PRECEDING)', copies - 1), jsonb_build_object(
    'id', format(copied_key, 'id'), 'transaction_id', format(copied_key, 'transaction_id'), 'sequence', 'row_number() OVER along',
    'balance_after', 'sum(CASE WHEN o.entry_type = kept.normal_side THEN o.amount ELSE -o.amount END) OVER along'));
  UPDATE balances b SET ledger_balance = b.ledger_balance * copies, entry_count = b.entry_count * copies,
    available_balance = b.available_balance + b.ledger_balance * (copies - 1) FROM kept WHERE kept.account = b.account_id;
  UPDATE day_totals SET debits = debits * copies, credits = credits * copies, entries = entries * copies;
  UPDATE day_seals SET transactions = transactions * copies, entries = entries * copies;
  -- As by checks of each day; the newest is still to be checked.
  UPDATE day_seals SET checked_at = now() WHERE day_id <> (SELECT s.day_id FROM day_seals s JOIN business_days d ON d.id = s.day_id
    ORDER BY d.business_date DESC LIMIT 1);
  CALL pg_temp.put_back();
END $$;
