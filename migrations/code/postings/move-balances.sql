-- What the lines of a posting do to the balances of their accounts.

-- The places of the lines in the order in which balances are locked: that of the keys of their accounts, so that two postings never
-- wait for each other. The lines of one account stay in their order.
CREATE OR REPLACE FUNCTION lock_order(p_lines posting_line[]) RETURNS int[] LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF cardinality(p_lines) = 2 THEN
    RETURN CASE WHEN p_lines[1].account_id < p_lines[2].account_id THEN '{1,2}'::int[] ELSE '{2,1}'::int[] END;
  END IF;
  RETURN ARRAY(SELECT n FROM generate_subscripts(p_lines, 1) AS n ORDER BY p_lines[n].account_id, n);
END $$;

-- Moves the balances and answers the lines with what they came to. The change itself takes the lock, so that a balance is visited once,
-- and sees what is committed. A balance that would be too large for the ledger stays, and its line has no number. Two accounts are moved by
-- one statement, which takes them from the index in the order of their keys, as the scans that are switched off would not.
CREATE OR REPLACE FUNCTION move_balances(p_lines posting_line[]) RETURNS posting_line[] LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  place int;
  line posting_line := p_lines[1];
  other posting_line := p_lines[2];
  moved record;
BEGIN
  IF cardinality(p_lines) = 2 AND line.account_id <> other.account_id THEN
    FOR moved IN UPDATE balances SET
          ledger_balance = ledger_balance + CASE account_id WHEN line.account_id THEN line.effect ELSE other.effect END,
          available_balance = available_balance + CASE account_id WHEN line.account_id THEN line.drawn ELSE other.drawn END,
          entry_count = entry_count + 1, updated_at = clock_timestamp()
        WHERE account_id IN (line.account_id, other.account_id)
          AND abs(ledger_balance + CASE account_id WHEN line.account_id THEN line.effect ELSE other.effect END) < 1e13
          AND abs(available_balance + CASE account_id WHEN line.account_id THEN line.drawn ELSE other.drawn END) < 1e13
        RETURNING account_id = line.account_id AS is_first, entry_count, ledger_balance, available_balance LOOP
      IF moved.is_first THEN
        line.sequence := moved.entry_count;
        line.ledger_after := moved.ledger_balance;
        line.available_after := moved.available_balance;
      ELSE
        other.sequence := moved.entry_count;
        other.ledger_after := moved.ledger_balance;
        other.available_after := moved.available_balance;
      END IF;
    END LOOP;
    RETURN ARRAY[line, other];
  END IF;
  FOREACH place IN ARRAY lock_order(p_lines) LOOP
    line := p_lines[place];
    UPDATE balances SET ledger_balance = ledger_balance + line.effect, available_balance = available_balance + line.drawn,
        entry_count = entry_count + 1, updated_at = clock_timestamp()
      WHERE account_id = line.account_id
        AND abs(ledger_balance + line.effect) < 1e13 AND abs(available_balance + line.drawn) < 1e13
      RETURNING entry_count, ledger_balance, available_balance INTO line.sequence, line.ledger_after, line.available_after;
    p_lines[place] := line;
  END LOOP;
  RETURN p_lines;
END $$;

-- The same without moving anything: for a preview.
CREATE OR REPLACE FUNCTION foresee_balances(p_lines posting_line[]) RETURNS posting_line[] LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE line posting_line;
BEGIN
  FOR n IN 1 .. cardinality(p_lines) LOOP
    line := p_lines[n];
    SELECT entry_count + 1, ledger_balance + line.effect, available_balance + line.drawn
      INTO line.sequence, line.ledger_after, line.available_after FROM balances WHERE account_id = line.account_id;
    FOR before IN 1 .. n - 1 LOOP
      IF p_lines[before].account_id = line.account_id THEN
        line.sequence := p_lines[before].sequence + 1;
        line.ledger_after := p_lines[before].ledger_after + line.effect;
        line.available_after := p_lines[before].available_after + line.drawn;
      END IF;
    END LOOP;
    p_lines[n] := line;
  END LOOP;
  RETURN p_lines;
END $$;

-- Takes back what was moved for a posting that another call with the same key has made meanwhile.
CREATE OR REPLACE FUNCTION move_back(p_lines posting_line[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE line posting_line;
BEGIN
  FOREACH line IN ARRAY p_lines LOOP
    UPDATE balances SET ledger_balance = ledger_balance - line.effect, available_balance = available_balance - line.drawn,
      entry_count = entry_count - 1 WHERE account_id = line.account_id AND line.sequence IS NOT NULL;
  END LOOP;
END $$;
