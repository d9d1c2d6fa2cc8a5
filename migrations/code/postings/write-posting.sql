-- The body of every posting. READ COMMITTED with balance rows locked in the order of their keys: no deadlock between postings,
-- no retry, and each statement after the lock sees what is committed.

-- The cash account of the till that this user holds, in the requested currency if the till has one.
CREATE OR REPLACE FUNCTION cash_account_of(who identity, p_currency text) RETURNS uuid LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE cash_account uuid;
BEGIN
  SELECT a.id INTO cash_account FROM till_sessions s JOIN accounts a ON a.till_id = s.till_id
    WHERE s.user_id = who.user_id AND s.closed_at IS NULL ORDER BY (a.currency = p_currency) DESC LIMIT 1;
  IF NOT FOUND THEN PERFORM refuse('TILL_NOT_OPEN'); END IF;
  RETURN cash_account;
END $$;

-- The bank's own account of a kind, as the caller's: the till that they hold, or their branch's account in that currency.
CREATE OR REPLACE FUNCTION own_account(who identity, p_type account_type, p_currency text) RETURNS uuid LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  whose text := (SELECT holder FROM account_kinds WHERE account_type = p_type);
  found uuid;
BEGIN
  IF whose = 'TILL' THEN RETURN cash_account_of(who, p_currency); END IF;
  IF whose = 'BRANCH' THEN
    SELECT id INTO found FROM accounts WHERE branch_id = who.branch_id AND account_type = p_type AND currency = p_currency;
  END IF;
  IF found IS NULL THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  RETURN found;
END $$;

-- What can be said of the legs before anything is locked: how many, amounts, both sides, balance, no account on both sides. Fifty are
-- far more than a counter needs; each costs time in which the balances are locked. Returns them with the bank's own account in the
-- place of each kind, and with amounts as the ledger keeps them.
CREATE OR REPLACE FUNCTION check_legs(who identity, p_legs posting_leg[], p_currency text) RETURNS posting_leg[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  checked posting_leg[];
  leg posting_leg;
  surplus numeric := 0;
  debits numeric := 0;
BEGIN
  IF cardinality(p_legs) > 50 THEN PERFORM refuse('TOO_MANY_LEGS'); END IF;
  FOREACH leg IN ARRAY coalesce(p_legs, '{}') LOOP
    PERFORM check_amount(leg.amount, p_currency);
    IF leg.amount = 0 THEN PERFORM refuse('AMOUNT_ZERO'); END IF;
    IF leg.account_id IS NULL THEN leg.account_id := own_account(who, leg.account_type, p_currency); END IF;
    leg.amount := round(leg.amount, 2);
    surplus := surplus + CASE leg.side WHEN 'DEBIT' THEN leg.amount WHEN 'CREDIT' THEN -leg.amount END;
    IF leg.side = 'DEBIT' THEN debits := debits + leg.amount; END IF;
    checked := checked || leg;
  END LOOP;
  IF surplus IS DISTINCT FROM 0 OR checked IS NULL THEN PERFORM refuse('ENTRIES_UNBALANCED'); END IF;
  IF debits >= 1e13 THEN PERFORM refuse('AMOUNT_TOO_LARGE'); END IF;
  IF EXISTS (SELECT FROM unnest(checked) AS l GROUP BY l.account_id HAVING count(DISTINCT l.side) > 1) THEN
    PERFORM refuse('SAME_ACCOUNT');
  END IF;
  RETURN checked;
END $$;

CREATE OR REPLACE FUNCTION apply_legs(p_transaction uuid, p_legs assessed_leg[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE leg assessed_leg;
BEGIN
  INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after,
      business_date, value_date, actor, available_after)
    SELECT t.id, l.account_id, l.side, l.amount, l.sequence, l.ledger_after, t.business_date, t.value_date, t.actor, l.available_after
    FROM transactions t, unnest(p_legs) AS l WHERE t.id = p_transaction;
  -- One statement a leg keeps its plan from call to call; a join with the array is planned again each time.
  FOREACH leg IN ARRAY p_legs LOOP
    UPDATE balances SET ledger_balance = leg.ledger_after, available_balance = leg.available_after,
      entry_count = leg.sequence, updated_at = clock_timestamp() WHERE account_id = leg.account_id;
  END LOOP;
END $$;

-- The transaction that a key has made: of a person by their own keys, and of what the system derives by the system's.
CREATE OR REPLACE FUNCTION posted_by_key(p_maker uuid, p_key uuid) RETURNS transactions LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT * FROM transactions WHERE created_by = p_maker AND idempotency_key = p_key
  UNION ALL SELECT * FROM transactions WHERE p_maker IS NULL AND created_by IS NULL AND idempotency_key = p_key $$;

-- Not granted to anybody. The same key with the same payload answers the transaction that it made, also when the till has been
-- closed or changed since; with another payload it is refused. `replayed` says whether it had been posted before. A person's posting
-- follows from its own key, unless another cause is named; what the system derives has a cause and no person, and a key of its own.
CREATE OR REPLACE FUNCTION write_posting(who identity, p_channel text, p_key uuid, p_type transaction_type, p_legs posting_leg[],
  p_currency text, p_description text, p_actor actor_kind DEFAULT 'PERSON', p_cause_type text DEFAULT 'INTENT',
  p_cause_id uuid DEFAULT NULL, p_value_date date DEFAULT NULL, p_reversal_of uuid DEFAULT NULL, p_reason_code text DEFAULT NULL,
  OUT posted_id uuid, OUT replayed boolean)
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  hash bytea := posting_hash(p_channel, p_type, p_legs, p_currency, p_description);
  made origin := ROW(CASE p_actor WHEN 'PERSON' THEN who.user_id END, p_actor, p_cause_type, coalesce(p_cause_id, p_key),
    session_user, who.session_id, coalesce(who.build, (own_origin()).build))::origin;
  earlier transactions;
BEGIN
  IF p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  earlier := posted_by_key(made.user_id, p_key);
  IF earlier.id IS NULL THEN
    posted_id := post_new(who, p_channel, p_key, hash, p_type, check_legs(who, p_legs, p_currency), p_currency, p_description, made,
      p_value_date, p_reversal_of, p_reason_code);
    replayed := false;
    IF posted_id IS NOT NULL THEN RETURN; END IF;
    earlier := posted_by_key(made.user_id, p_key); -- another call was first
  END IF;
  IF earlier.payload_hash <> hash THEN PERFORM refuse('KEY_REUSED'); END IF;
  posted_id := earlier.id;
  replayed := true;
END $$;

-- Writes a posting whose key was unused when checked. Null when a concurrent call with the same key has committed since. What no rule
-- allows is refused before anything is locked: it must not hold up the accounts that it names. The transaction is inserted before it is
-- assessed: a concurrent call that waited for its row must return that row, not a refusal.
CREATE OR REPLACE FUNCTION post_new(who identity, p_channel text, p_key uuid, p_hash bytea, p_type transaction_type, p_legs posting_leg[],
  p_currency text, p_description text, p_made origin, p_value_date date, p_reversal_of uuid, p_reason_code text) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  day business_days := require_open_day(who.branch_id);
  posted_id uuid := uuidv7();
BEGIN
  PERFORM require_posting_rule(who, p_channel, p_type, p_legs);
  PERFORM lock_balances(p_legs);
  INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount,
      currency, transaction_type, description, status, business_date, branch_id, created_by, processed_at, actor, cause_type, cause_id,
      workstation, session_id, build, value_date, reversal_of, reason_code)
    VALUES (posted_id, next_reference(day.business_date), p_key, p_hash,
      first_account(p_legs, 'DEBIT'), first_account(p_legs, 'CREDIT'), total_of(p_legs), p_currency, p_type, p_description,
      'COMPLETED', day.business_date, who.branch_id, p_made.user_id, clock_timestamp(), p_made.actor, p_made.cause_type,
      p_made.cause_id, p_made.workstation, p_made.session_id, p_made.build, coalesce(p_value_date, day.business_date), p_reversal_of,
      p_reason_code)
    ON CONFLICT ON CONSTRAINT transactions_key_per_user DO NOTHING;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM apply_legs(posted_id, assess_posting(who, p_channel, p_legs, p_currency));
  RETURN posted_id;
END $$;
