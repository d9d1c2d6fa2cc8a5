-- Helpers for the legs of a posting.

CREATE OR REPLACE FUNCTION debit_credit(p_debit uuid, p_credit uuid, p_amount numeric) RETURNS posting_leg[] LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ARRAY[ROW(p_debit, NULL, 'DEBIT', p_amount)::corex.posting_leg, ROW(p_credit, NULL, 'CREDIT', p_amount)::corex.posting_leg] $$;

-- What a posting moves: the sum of its debits, which is the sum of its credits. What the system derives beside it is not part of it.
CREATE OR REPLACE FUNCTION total_of(p_lines posting_line[]) RETURNS numeric LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  total numeric := 0;
  line posting_line;
BEGIN
  IF cardinality(p_lines) = 2 THEN RETURN p_lines[1].amount; END IF;
  FOREACH line IN ARRAY p_lines LOOP
    IF line.side = 'DEBIT' AND line.actor = p_lines[1].actor THEN total := total + line.amount; END IF;
  END LOOP;
  RETURN total;
END $$;

-- The hash of a posting's payload: the same key with another hash is another posting. An amount is the same however many zeros it ends on.
-- Who stood at the counter is part of it where it was not the holder. 64 bits of a SHA-256 are enough between two payloads that one person
-- sends with one key.
CREATE OR REPLACE FUNCTION posting_hash(p_channel text, p_type transaction_type, p_legs posting_leg[], p_currency text, p_description text,
  p_presenter jsonb DEFAULT NULL) RETURNS bytea LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  legs text;
  leg posting_leg;
BEGIN
  FOREACH leg IN ARRAY coalesce(p_legs, '{}') LOOP
    legs := concat_ws(', ', legs, json_build_array(leg.account_id, leg.account_type, leg.side, trim_scale(leg.amount)::text));
  END LOOP;
  RETURN substring(sha256(convert_to(json_build_array(p_channel, p_type, ('[' || coalesce(legs, '') || ']')::json,
    p_currency, p_description)::text || coalesce(p_presenter::text, ''), 'UTF8')) FROM 1 FOR 8);
END $$;

-- A posting and its preview show holder and balance of each account that is named, also where the transaction is rolled back or the
-- posting is refused for its amount: they count as read.
CREATE OR REPLACE FUNCTION count_accounts_shown(who identity, p_legs posting_leg[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  shown uuid[] := '{}';
  counted text;
  leg posting_leg;
BEGIN
  -- One account and one of the bank's own, as most: by an assignment, which is no statement of its own.
  IF cardinality(p_legs) = 2 AND (p_legs[1].account_id IS NULL) <> (p_legs[2].account_id IS NULL) THEN
    counted := count_reads(who, 1);
    RETURN;
  END IF;
  FOREACH leg IN ARRAY coalesce(p_legs, '{}') LOOP
    IF leg.account_id IS NOT NULL AND NOT leg.account_id = ANY (shown) THEN shown := shown || leg.account_id; END IF;
  END LOOP;
  IF shown <> '{}' THEN counted := count_reads(who, cardinality(shown)); END IF;
END $$;
