-- Helpers for the legs of a posting.

CREATE OR REPLACE FUNCTION debit_credit(p_debit uuid, p_credit uuid, p_amount numeric) RETURNS posting_leg[] LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ARRAY[ROW(p_debit, NULL, 'DEBIT', p_amount)::corex.posting_leg, ROW(p_credit, NULL, 'CREDIT', p_amount)::corex.posting_leg] $$;

CREATE OR REPLACE FUNCTION first_account(p_legs posting_leg[], p_side entry_side) RETURNS uuid LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT account_id FROM unnest(p_legs) WITH ORDINALITY AS leg (account_id, account_type, side, amount, n) WHERE side = p_side
    ORDER BY n LIMIT 1 $$;

-- What a posting moves: the sum of its debits, which is the sum of its credits.
CREATE OR REPLACE FUNCTION total_of(p_legs posting_leg[]) RETURNS numeric LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT sum(amount) FROM unnest(p_legs) WHERE side = 'DEBIT' $$;

-- The hash of a posting's payload: the same key with another hash is another posting. An amount is the same however many zeros it ends on.
CREATE OR REPLACE FUNCTION posting_hash(p_channel text, p_type transaction_type, p_legs posting_leg[], p_currency text, p_description text)
RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT sha256(convert_to(jsonb_build_array(p_channel, p_type,
    (SELECT jsonb_agg(jsonb_build_array(account_id, account_type, side, trim_scale(amount)::text) ORDER BY n)
      FROM unnest(p_legs) WITH ORDINALITY AS leg (account_id, account_type, side, amount, n)),
    p_currency, p_description)::text, 'UTF8')) $$;

-- Locks the balance of every account that the legs touch, in the order of their keys.
CREATE OR REPLACE FUNCTION lock_balances(p_legs posting_leg[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  ids uuid[] := ARRAY(SELECT DISTINCT account_id FROM unnest(p_legs));
  locked int;
BEGIN
  PERFORM FROM balances WHERE account_id = ANY (ids) ORDER BY account_id FOR UPDATE;
  GET DIAGNOSTICS locked = ROW_COUNT;
  IF locked < cardinality(ids) THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF; -- every account has its balance row
END $$;

-- A posting and its preview show holder and balance of each account that is named, also where the transaction is rolled back or the
-- posting is refused for its amount: they count as read.
CREATE OR REPLACE FUNCTION count_accounts_shown(who identity, p_legs posting_leg[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM count_reads(who, (SELECT count(DISTINCT account_id)::int FROM unnest(p_legs)));
END $$;
