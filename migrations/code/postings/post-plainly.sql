-- A deposit or a withdrawal as nearly all at the counter are: two legs, on the teller's own till and on an account of the branch whose
-- holder signs alone, without a fee, within every limit. It is posted by few statements, by the rules of post_new() and with its locks in
-- their order. Whatever is not sure here is undone and left to write_posting(), which knows the refusal: then the answer is null.

-- Not granted to anybody. Plans are general ones and go by keys: what is read is a row of each table, however large or small it is.
CREATE OR REPLACE FUNCTION post_plainly(who identity, p_key uuid, p_type transaction_type, p_legs posting_leg[], p_currency text,
  p_description text) RETURNS posting_receipt LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
SET enable_bitmapscan = off AS $$
DECLARE
  cash posting_leg := CASE WHEN p_legs[1].account_id IS NULL THEN p_legs[1] ELSE p_legs[2] END;
  other posting_leg := CASE WHEN p_legs[1].account_id IS NULL THEN p_legs[2] ELSE p_legs[1] END;
  held text;
  moves numeric;
  comes_in boolean;
  -- What changes on both: a till grows by its debits, and an account of a customer by its credits.
  effect numeric;
  known record;
  counted record;
  moved record;
  debited record;
  credited record;
  posted record;
  rows int := 0;
  last uuid;
  plain boolean;
  legs jsonb;
BEGIN
  IF (p_key IS NOT NULL AND who.build IS NOT NULL AND cash.account_id IS NULL AND cash.account_type = 'TELLER_CASH'
    AND other.account_id IS NOT NULL AND cash.side <> other.side AND cash.amount = other.amount AND other.amount > 0) IS NOT TRUE THEN
    RETURN NULL;
  END IF;
  held := pg_advisory_xact_lock_shared(key_lock(p_key));
  held := pg_advisory_xact_lock_shared(day_lock(who.branch_id));
  comes_in := cash.side = 'DEBIT';
  known := plain_facts(who, p_key, p_type, other.account_id, comes_in, other.amount, p_currency);
  IF known.today IS NULL THEN RETURN NULL; END IF;
  moves := round(other.amount, 2);
  effect := CASE WHEN comes_in THEN moves ELSE -moves END;
  -- The person's sum is counted before the account's, which is written from it.
  WITH of_person AS (
    INSERT INTO person_sums AS s (user_id, transaction_type, currency, business_date, total)
      VALUES (who.user_id, p_type, p_currency, known.today, moves)
      ON CONFLICT (user_id, transaction_type, currency) DO UPDATE SET business_date = greatest(s.business_date, excluded.business_date),
        total = excluded.total + CASE WHEN s.business_date >= excluded.business_date THEN s.total ELSE 0 END
      RETURNING total)
  INSERT INTO account_sums AS s (account_id, transaction_type, business_date, total)
    SELECT other.account_id, p_type, known.today, moves FROM of_person
    ON CONFLICT (account_id, transaction_type) DO UPDATE SET business_date = greatest(s.business_date, excluded.business_date),
      total = excluded.total + CASE WHEN s.business_date >= excluded.business_date THEN s.total ELSE 0 END
    RETURNING total AS of_account, (SELECT total FROM of_person) AS of_person INTO counted;
  plain := counted.of_person <= known.limits[2] AND counted.of_account <= known.limits[3];
  IF plain THEN -- taken from the index in the order of the keys; a balance that is too large to be plain stays
    FOR moved IN UPDATE balances SET ledger_balance = ledger_balance + effect, available_balance = available_balance + effect,
          entry_count = entry_count + 1, updated_at = clock_timestamp()
        WHERE account_id IN (known.till_account, other.account_id) AND ledger_balance < 1e12 AND available_balance < 1e12
        RETURNING account_id, entry_count, ledger_balance, available_balance LOOP
      rows := rows + 1;
      last := moved.account_id;
      plain := plain AND moved.ledger_balance >= 0 AND moved.available_balance >= 0;
      IF (last = other.account_id) = comes_in THEN credited := moved; ELSE debited := moved; END IF;
    END LOOP;
  END IF;
  plain := plain AND rows = 2;
  IF plain THEN
    -- What may have changed until the balances were locked is asked for here. A concurrent call with this key may have been first.
    WITH written AS (
      INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount, currency,
          transaction_type, description, status, business_date, branch_id, created_by, actor, cause_type,
          workstation, session_id, build, value_date)
        SELECT uuidv7(), (next_references(known.today, 1))[1], p_key,
          posting_hash('COUNTER', p_type, p_legs, p_currency, p_description), debited.account_id, credited.account_id, moves, p_currency,
          p_type, p_description, 'COMPLETED', known.today, who.branch_id, who.user_id, 'PERSON', 'INTENT',
          session_user, who.session_id, who.build, known.today
        FROM accounts a JOIN accounts t ON t.id = known.till_account AND t.status = 'ACTIVE' AND t.kyc_block IS NULL
          JOIN till_sessions s ON s.till_id = t.till_id AND s.closed_at IS NULL AND s.user_id = who.user_id AND s.count_locked_at IS NULL
        WHERE a.id = other.account_id AND a.status = 'ACTIVE' AND a.kyc_block IS NULL
          AND NOT EXISTS (SELECT FROM screening_cases k WHERE k.customer_id = a.customer_id AND k.status = 'CONFIRMED')
        ON CONFLICT (posting_key(idempotency_key, created_by)) DO NOTHING
        RETURNING id, transaction_id, created_at),
    summed AS (
      INSERT INTO cash_sums AS s (person_id, currency, is_in, business_date, total, postings)
        SELECT known.customer_id, p_currency, comes_in, known.today, moves, 1 FROM written
        ON CONFLICT (person_id, currency, is_in, business_date) DO UPDATE SET total = s.total + excluded.total, postings = s.postings + 1
        RETURNING total),
    entered AS (
      INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor,
          available_after)
        SELECT w.id, e.account_id, e.side, moves, e.number, e.ledger, known.today, known.today, 'PERSON', e.available
        FROM written w CROSS JOIN summed CROSS JOIN (VALUES
          (debited.account_id, 'DEBIT'::entry_side, debited.entry_count, debited.ledger_balance, debited.available_balance),
          (credited.account_id, 'CREDIT', credited.entry_count, credited.ledger_balance, credited.available_balance))
          AS e (account_id, side, number, ledger, available))
    SELECT w.id, w.transaction_id, w.created_at, summed.total AS cash INTO posted FROM written w CROSS JOIN summed;
    plain := FOUND;
  END IF;
  IF NOT plain THEN
    PERFORM undo_plainly(who, p_type, p_currency, moves, other.account_id,
      CASE rows WHEN 2 THEN ARRAY[known.till_account, other.account_id] ELSE ARRAY[last] END, effect);
    RETURN NULL;
  END IF;
  IF (posted.cash <= known.counts_to) IS NOT TRUE THEN
    -- It is counted; what it comes to is looked at.
    PERFORM count_cash_of_people(ARRAY[known.customer_id], ARRAY[comes_in], ARRAY[p_currency], '{0}', '{0}', known.today, false,
      ARRAY[posted.id]);
  END IF;
  IF comes_in THEN moved := credited; ELSE moved := debited; END IF;
  -- As lines_view() shows them: a till without what it came to.
  legs := jsonb_build_array(
    jsonb_build_object('side', cash.side, 'accountId', known.till_account, 'accountNumber', known.till_number, 'label', known.till_name,
      'holder', NULL, 'amount', moves::text, 'ledgerBefore', NULL, 'ledgerAfter', NULL, 'availableBefore', NULL, 'availableAfter', NULL),
    jsonb_build_object('side', other.side, 'accountId', other.account_id, 'accountNumber', known.account_number,
      'label', known.account_type, 'holder', known.holder, 'amount', moves::text,
      'ledgerBefore', (moved.ledger_balance - effect)::text, 'ledgerAfter', moved.ledger_balance::text,
      'availableBefore', (moved.available_balance - effect)::text, 'availableAfter', moved.available_balance::text));
  IF NOT comes_in THEN legs := jsonb_build_array(legs -> 1, legs -> 0); END IF;
  RETURN ROW(posted.id, posted.transaction_id, p_type, 'COMPLETED', p_description, known.today, moves, p_currency, posted.created_at,
    known.person, known.branch_name, legs, known.today, 'PERSON', 'INTENT', NULL, NULL, NULL, NULL)::posting_receipt;
END $$;
