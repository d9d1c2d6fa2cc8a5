-- One past business day: the customers' transactions, the tills, and then the entries, by the rules of posting.

-- What the counter posts on a day: the first money of accounts opened on it, and `quota` postings on older ones. An account
-- is chosen three times at most and gives a quarter of its morning's balance at most, so none is overdrawn by evening.
CREATE FUNCTION pg_temp.plan_counter(day int, quota int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  older int := (SELECT count(*) FROM demo_accounts WHERE d < day);
  tills int := (SELECT count(*) FROM demo_tills);
  lender uuid := (SELECT id FROM demo_staff WHERE role = 'SUPERVISOR' ORDER BY k LIMIT 1);
BEGIN
  INSERT INTO demo_postings
    SELECT uuidv7(), gen_random_uuid(), pg_temp.at(day, 660 + pg_temp.draw(a.k, 50, 3300) / 10.0), 'COUNTER',
      CASE a.type WHEN 'LOAN' THEN 'TRANSFER' ELSE 'DEPOSIT' END::transaction_type,
      CASE a.type WHEN 'LOAN' THEN a.id ELSE t.cash END, CASE a.type WHEN 'LOAN' THEN a.first_account ELSE a.id END,
      CASE a.type WHEN 'LOAN' THEN real.agreed_limit ELSE 50 * (1 + pg_temp.draw(a.k, 51, 60)) END,
      CASE a.type WHEN 'LOAN' THEN 'Loan paid out' ELSE 'Opening deposit' END, CASE a.type WHEN 'LOAN' THEN lender ELSE t.teller END
    FROM demo_accounts a JOIN accounts real USING (id) JOIN demo_tills t ON t.k = pg_temp.draw(a.k, 52, tills) WHERE a.d = day;
  IF older = 0 THEN RETURN; END IF;

  -- A prime step visits every account before it comes back to one.
  INSERT INTO demo_postings
    SELECT uuidv7(), gen_random_uuid(), pg_temp.at(day, 540 + pg_temp.draw(s, 53, 4500) / 10.0), 'COUNTER', kind,
      CASE kind WHEN 'DEPOSIT' THEN t.cash ELSE a.id END,
      CASE kind WHEN 'DEPOSIT' THEN a.id WHEN 'WITHDRAWAL' THEN t.cash ELSE other.id END,
      amount,
      CASE kind WHEN 'DEPOSIT' THEN CASE a.type WHEN 'LOAN' THEN 'Instalment' END
        WHEN 'TRANSFER' THEN (ARRAY['Rent', 'Invoice', 'Shopping', 'Shared costs', 'Gift'])[1 + pg_temp.draw(s, 54, 5)] END, t.teller
    FROM (SELECT j, day * 10000000::bigint + j AS s, 1 + (j * 1000003::bigint + day * 7919) % older AS k FROM generate_series(1, least(quota, 3 * older)) AS j) AS chosen
    JOIN demo_accounts a ON a.k = chosen.k JOIN balances b ON b.account_id = a.id
    JOIN demo_tills t ON t.k = pg_temp.draw(s, 55, tills)
    -- One transfer in ten goes to account 1, a shop.
    JOIN demo_accounts other ON other.k = CASE WHEN pg_temp.draw(s, 56, 10) = 0 THEN 1 ELSE 1 + pg_temp.draw(s, 57, older) END,
    LATERAL (SELECT pg_temp.draw(s, 58, 100) AS chance, 2 + pg_temp.draw(s, 59, 23) AS percent) AS luck,
    LATERAL (SELECT CASE
      WHEN a.type = 'LOAN' OR b.ledger_balance < 200 OR chance < 45 THEN 'DEPOSIT'
      WHEN chance < 75 OR other.id = a.id OR other.type = 'LOAN' THEN 'WITHDRAWAL'
      ELSE 'TRANSFER' END::transaction_type AS kind) AS k,
    LATERAL (SELECT CASE
      WHEN a.type = 'LOAN' THEN round(b.ledger_balance / 20, 2)
      WHEN kind = 'DEPOSIT' THEN CASE WHEN chance % 3 = 0 THEN 5 + pg_temp.draw(s, 60, 90000) / 100.0 ELSE 10 * (1 + pg_temp.draw(s, 61, 60)) END
      WHEN kind = 'WITHDRAWAL' THEN greatest(1, floor(b.ledger_balance * percent / 1000)) * 10
      ELSE round(b.ledger_balance * percent / 100, 2) END AS amount) AS m
    WHERE amount > 0;
END $$;

-- The tills of that day: float from the vault, a count in the evening (one in ten is a little off), all cash back. The
-- vault is filled from head office whenever it could not give the floats.
CREATE FUNCTION pg_temp.plan_tills(day int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  vault uuid := branch_account((SELECT id FROM branches), 'VAULT');
  short uuid := branch_account((SELECT id FROM branches), 'CASH_SHORT');
  surplus uuid := branch_account((SELECT id FROM branches), 'CASH_OVER');
  head_office uuid := branch_account((SELECT id FROM branches), 'SUSPENSE');
  supervisor uuid := (SELECT id FROM demo_staff WHERE role = 'SUPERVISOR' ORDER BY k LIMIT 1);
  today uuid := uuidv7();
  missing numeric;
BEGIN
  -- It stands as withdrawn until its entries are in: the ledger takes none on a closed day, and only one day is open.
  INSERT INTO business_days (id, branch_id, business_date, opened_by, opened_at, closed_by, closed_at, withdrawn_at)
    SELECT today, b.id, date, supervisor, pg_temp.at(day, 480), supervisor, pg_temp.at(day, 1065), pg_temp.at(day, 1065) FROM branches b, demo_days WHERE d = day;
  CREATE TEMP TABLE demo_drawers ON COMMIT DROP AS
    SELECT k, till, cash, teller, uuidv7() AS session, gen_random_uuid() AS open_key, gen_random_uuid() AS close_key, opening, opening + taken_in - paid_out AS expected,
      opening + taken_in - paid_out + CASE pg_temp.draw(day * 100 + k, 70, 20) WHEN 0 THEN -5 WHEN 1 THEN 2 ELSE 0 END AS counted
    FROM demo_tills, LATERAL (
      SELECT coalesce(sum(amount) FILTER (WHERE credit = cash), 0) AS paid_out, coalesce(sum(amount) FILTER (WHERE debit = cash), 0) AS taken_in
      FROM demo_postings WHERE cash IN (debit, credit)) AS turnover,
      LATERAL (SELECT 2000 + 1000 * ceil(paid_out / 1000) AS opening) AS needed;
  SELECT sum(opening) - (SELECT ledger_balance FROM balances WHERE account_id = vault) INTO missing FROM demo_drawers;
  IF missing > 0 THEN
    INSERT INTO demo_postings VALUES (uuidv7(), gen_random_uuid(), pg_temp.at(day, 495), 'VAULT', 'TRANSFER', vault, head_office,
      50000 + 10000 * ceil(missing / 10000), 'Cash from head office', supervisor);
  END IF;
  INSERT INTO demo_postings
    SELECT uuidv7(), derived_key(CASE step WHEN 'float' THEN open_key WHEN 'return' THEN close_key ELSE session END, step),
      pg_temp.at(day, minute + k), 'TILL', 'TRANSFER', debit, credit, amount, description, CASE actor WHEN 'PERSON' THEN teller END, actor::actor_kind,
      'TILL_SESSION', session
    FROM demo_drawers, LATERAL (VALUES
      ('float', 510, cash, vault, opening, 'Till float', 'PERSON'),
      ('difference', 1010, short, cash, expected - counted, 'Till shortage', 'CORRECTION'),
      ('difference', 1010, cash, surplus, counted - expected, 'Till surplus', 'CORRECTION'),
      ('return', 1025, vault, cash, counted, 'Till cash returned', 'PERSON')) AS v (step, minute, debit, credit, amount, description, actor)
    WHERE amount > 0;
  INSERT INTO till_sessions (id, till_id, user_id, business_day_id, open_key, opening_float, opened_at, close_key, expected, counted, closed_by, closed_at)
    SELECT session, till, teller, today, open_key, opening, pg_temp.at(day, 510 + k), close_key, expected, counted, teller, pg_temp.at(day, 1025 + k) FROM demo_drawers;
  DROP TABLE demo_drawers;
END $$;

-- Writes what was planned, as write_posting() and apply_legs() would have, one statement for the whole day.
CREATE FUNCTION pg_temp.write_day(day int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE written bigint;
BEGIN
  INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount, currency,
      transaction_type, description, status, business_date, branch_id, created_by, created_at, processed_at, actor, cause_type, cause_id,
      workstation, build, value_date)
    SELECT p.id, (next_references(date, 1))[1], key,
      posting_hash(channel, type, debit_credit(debit, credit, amount), b.currency, description),
      debit, credit, amount, b.currency, type, description, 'COMPLETED', date, b.id, maker, moment, moment, actor, cause_type, coalesce(cause, key),
      'demo', stated_build(), date
    FROM (SELECT * FROM demo_postings ORDER BY moment, id) AS p, branches b, demo_days WHERE d = day;
  GET DIAGNOSTICS written = ROW_COUNT;
  -- One row of the audit stands for all of the day, which the check of the books compares with them.
  PERFORM write_audit(NULL, 'DEMO_LOADED', 'transactions', b.id, jsonb_build_object('rows', written, 'date', date,
    'note', 'Made up for a demonstration by the program that fills one; no real person and no real money')) FROM branches b, demo_days WHERE d = day;

  INSERT INTO demo_legs
    SELECT p.id, p.actor, p.moment, leg.account, a.account_type, leg.side, p.amount,
      CASE WHEN kind.normal_side = leg.side THEN p.amount ELSE -p.amount END
    FROM demo_postings p CROSS JOIN LATERAL (VALUES (p.debit, 'DEBIT'::entry_side), (p.credit, 'CREDIT')) AS leg (account, side)
      JOIN accounts a ON a.id = leg.account JOIN account_kinds kind ON kind.account_type = a.account_type;
  INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, created_at, business_date, value_date, actor)
    SELECT l.id, l.account, l.side, l.amount, b.entry_count + row_number() OVER running, b.ledger_balance + sum(l.delta) OVER running, l.moment,
      demo_days.date, demo_days.date, l.actor
    FROM demo_legs l JOIN balances b ON b.account_id = l.account JOIN demo_days ON d = day
    WINDOW running AS (PARTITION BY l.account ORDER BY l.moment, l.id ROWS UNBOUNDED PRECEDING) ORDER BY l.moment, l.id;
  UPDATE balances b SET ledger_balance = b.ledger_balance + s.delta, entry_count = b.entry_count + s.n, updated_at = s.last,
      available_balance = available_of(kind, b.ledger_balance + s.delta, a.minimum_balance, a.agreed_limit, b.held)
    FROM (SELECT account, sum(delta) AS delta, count(*) AS n, max(moment) AS last FROM demo_legs GROUP BY account) AS s
      JOIN accounts a ON a.id = s.account JOIN account_kinds kind ON kind.account_type = a.account_type WHERE b.account_id = s.account;
  TRUNCATE demo_postings, demo_legs;
  RETURN written;
END $$;

CREATE FUNCTION pg_temp.load_day(day int, quota int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE written bigint;
BEGIN
  PERFORM pg_temp.plan_counter(day, quota);
  PERFORM pg_temp.plan_tills(day);
  written := pg_temp.write_day(day);
  UPDATE business_days SET withdrawn_at = NULL FROM demo_days WHERE d = day AND business_date = date;
  RETURN written;
END $$;
