-- What a job posts on many accounts of customers: a transaction each, with one leg there and one on the bank's own account, all by
-- one set of statements. No funds are asked for: whether there have to be any, the caller has decided, who has locked the balances, and
-- holds the keys that let nothing be posted twice. Value date: the day from which it counts; it is recorded on the business date.

-- Locks balances in the order of their keys, as every posting does, so that nobody waits for each other. One that takes more of them in
-- the same transaction later has locked all of them here. Where two parts of a job meet, one waits for the other as long as a call may take
-- on a busy machine. By the index alone: a plan for all accounts would read them all for a few.
CREATE OR REPLACE FUNCTION lock_in_order(p_accounts uuid[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET lock_timeout = '25s' SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
  PERFORM FROM balances WHERE account_id = ANY (p_accounts) ORDER BY account_id FOR UPDATE;
END $$;

-- Account by account, by index: a part of the accounts is posted at a time, and tables that are joined as a whole would be read each time.
CREATE OR REPLACE FUNCTION post_charges(run job_runs, p_type transaction_type, p_bank uuid, p_value_date date, p_description text,
  p_charges charge[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  made origin := current_origin();
  ids uuid[] := numbered_ids(cardinality(p_charges));
  numbers text[] := next_references(run.business_date, cardinality(p_charges));
BEGIN
  WITH bank AS MATERIALIZED (
    SELECT b.account_id, b.ledger_balance, b.entry_count, kind.normal_side, a.currency
    FROM balances b JOIN accounts a ON a.id = b.account_id JOIN account_kinds kind ON kind.account_type = a.account_type
    WHERE b.account_id = p_bank),
  kind AS MATERIALIZED (SELECT account_type, normal_side, drawn_from FROM account_kinds),
  item AS MATERIALIZED (
    SELECT ids[row_number() OVER in_order] AS id, numbers[row_number() OVER in_order] AS reference, c.account_id, c.side, c.amount, c.key,
      CASE c.side WHEN 'DEBIT' THEN 'CREDIT' ELSE 'DEBIT' END::entry_side AS other_side, bank.currency,
      b.entry_count + 1 AS sequence, CASE WHEN kind.normal_side = c.side THEN c.amount ELSE -c.amount END AS effect,
      b.ledger_balance, b.available_balance, kind.drawn_from, bank.entry_count + row_number() OVER in_order AS bank_sequence,
      bank.ledger_balance + sum(CASE WHEN bank.normal_side = c.side THEN -c.amount ELSE c.amount END) OVER in_order AS bank_after
    FROM bank, unnest(p_charges) AS c CROSS JOIN LATERAL (SELECT * FROM balances WHERE account_id = c.account_id OFFSET 0) AS b
      CROSS JOIN LATERAL (SELECT account_type FROM accounts WHERE id = c.account_id OFFSET 0) AS a
      JOIN kind ON kind.account_type = a.account_type
    WINDOW in_order AS (ORDER BY c.account_id)),
  posted AS (
    INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount, currency,
        transaction_type, description, status, business_date, branch_id, actor, cause_type, cause_id, workstation,
        session_id, build, value_date)
      SELECT id, reference, key,
        substring(sha256(convert_to(jsonb_build_array('JOB', p_type, account_id, side, amount::text)::text, 'UTF8')) FROM 1 FOR 8),
        CASE side WHEN 'DEBIT' THEN account_id ELSE p_bank END, CASE side WHEN 'DEBIT' THEN p_bank ELSE account_id END,
        amount, currency, p_type, p_description, 'COMPLETED', run.business_date, run.branch_id, made.actor,
        made.cause_type, run.id, made.workstation, made.session_id, made.build, p_value_date
      FROM item),
  written AS (
    INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor,
        available_after)
      SELECT id, account_id, side, amount, sequence, ledger_balance + effect, run.business_date, p_value_date, made.actor,
        available_balance + CASE drawn_from WHEN 'LIMIT' THEN -effect ELSE effect END FROM item
      UNION ALL SELECT id, p_bank, other_side, amount, bank_sequence, bank_after, run.business_date, p_value_date, made.actor,
        NULL FROM item),
  moved AS (
    SELECT account_id, effect, CASE drawn_from WHEN 'LIMIT' THEN -effect ELSE effect END AS available_effect, 1::bigint AS entries FROM item
    UNION ALL SELECT p_bank, max(bank_moved), max(bank_moved), count(*)
      FROM (SELECT sum(CASE WHEN bank.normal_side = side THEN -amount ELSE amount END) OVER () AS bank_moved FROM item, bank) AS b
      HAVING count(*) > 0)
  UPDATE balances b SET ledger_balance = b.ledger_balance + m.effect, available_balance = b.available_balance + m.available_effect,
      entry_count = b.entry_count + m.entries, updated_at = clock_timestamp()
    FROM moved m WHERE m.account_id = b.account_id;
END $$;
