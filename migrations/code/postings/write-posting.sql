-- The body of every posting. READ COMMITTED with balance rows locked in the order of their keys: no deadlock between postings,
-- no retry, and each statement after the lock sees what is committed. Statements keep their plans from call to call: one that is planned
-- for the very legs that it gets is planned anew each time.

-- Not granted to anybody. The same key with the same payload answers the transaction that it made, also when the till has been
-- closed or changed since; with another payload it is refused. `replayed` says whether it had been posted before; of a new one `receipt`
-- is what it came to. A person's posting follows from its own key, unless another cause is named; what the system derives has a cause
-- and no person, and a key of its own. `p_loan` is the plan of a loan that is paid out, for whoever approves it where it waits,
-- and p_presenter who stands at the counter with cash, where it is not the holder of the account.
CREATE OR REPLACE FUNCTION write_posting(who identity, p_channel text, p_key uuid, p_type transaction_type, p_legs posting_leg[],
  p_currency text, p_description text, p_actor actor_kind DEFAULT 'PERSON', p_cause_type text DEFAULT 'INTENT',
  p_cause_id uuid DEFAULT NULL, p_value_date date DEFAULT NULL, p_reversal_of uuid DEFAULT NULL, p_reason_code text DEFAULT NULL,
  p_loan jsonb DEFAULT NULL, p_presenter jsonb DEFAULT NULL,
  OUT posted_id uuid, OUT replayed boolean, OUT receipt posting_receipt)
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  digest bytea := posting_hash(p_channel, p_type, p_legs, p_currency, p_description, p_presenter);
  made origin := ROW(CASE p_actor WHEN 'PERSON' THEN who.user_id END, p_actor, p_cause_type, coalesce(p_cause_id, p_key),
    session_user, who.session_id, coalesce(who.build, (own_origin()).build))::origin;
  earlier_hash bytea;
BEGIN
  IF p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  SELECT e.posted_id, e.hash INTO posted_id, earlier_hash FROM posted_by_key(made.user_id, p_key, p_cause_type = 'INTENT') AS e;
  IF posted_id IS NULL THEN
    receipt := post_new(who, p_channel, p_key, digest, p_type, posting_lines(who, p_legs, p_currency, p_actor), p_currency, p_description,
      made, p_value_date, p_reversal_of, p_reason_code, p_loan, p_presenter);
    posted_id := receipt.id;
    replayed := false;
    IF posted_id IS NOT NULL THEN RETURN; END IF;
    -- Another call was first.
    SELECT e.posted_id, e.hash INTO posted_id, earlier_hash FROM posted_by_key(made.user_id, p_key, p_cause_type = 'INTENT') AS e;
  END IF;
  -- Postings of earlier releases have more of the hash. None at all: another pair of maker and key has the same 64 bits.
  IF posted_id IS NULL OR substring(earlier_hash FROM 1 FOR octet_length(digest)) <> digest THEN PERFORM refuse('KEY_REUSED'); END IF;
  replayed := true;
END $$;

-- Writes a posting whose key was unused when checked, and answers its receipt; null when a concurrent call with the same key has committed
-- since. What no rule allows is refused before anything is locked: it must not hold up the accounts that it names. The transaction is
-- inserted before it is assessed: a concurrent call that waited for its row must return that row, not a refusal. What a person may not post
-- alone is assessed too, and waits (limits/pending-posting.sql).
CREATE OR REPLACE FUNCTION post_new(who identity, p_channel text, p_key uuid, p_hash bytea, p_type transaction_type,
  p_lines posting_line[], p_currency text, p_description text, p_made origin, p_value_date date, p_reversal_of uuid, p_reason_code text,
  p_loan jsonb, p_presenter jsonb)
RETURNS posting_receipt LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  held text := pg_advisory_xact_lock_shared(day_lock(who.branch_id));
  today date;
  person text;
  branch_name text;
  debited uuid;
  credited uuid;
  head posting_receipt;
  line posting_line;
  exceeded text;
  has_charges boolean := false;
  is_mixed boolean := false;
BEGIN
  SELECT d.business_date, b.name, u.full_name INTO today, branch_name, person FROM business_days d JOIN branches b ON b.id = d.branch_id
    LEFT JOIN users u ON u.id = p_made.user_id WHERE d.branch_id = who.branch_id AND d.closed_at IS NULL;
  IF today IS NULL THEN PERFORM refuse('BRANCH_DAY_CLOSED'); END IF;
  PERFORM require_posting_rule(who, p_channel, p_type, p_lines);
  FOREACH line IN ARRAY p_lines LOOP
    has_charges := has_charges OR line.charges IS TRUE;
    is_mixed := is_mixed OR line.currency <> p_currency;
    IF line.side = 'DEBIT' THEN debited := coalesce(debited, line.account_id); ELSE credited := coalesce(credited, line.account_id); END IF;
  END LOOP;
  IF p_channel = 'COUNTER' THEN
    exceeded := posting_needs_approval(who, p_type, p_lines, p_currency, today);
    IF has_charges AND p_made.actor = 'PERSON' THEN p_lines := with_fees(who, p_type, p_lines, p_currency); END IF;
  END IF;
  IF exceeded IS NULL THEN p_lines := move_balances(p_lines); ELSE p_lines := foresee_balances(p_lines); END IF;
  -- The table itself refuses another currency than that of the accounts, but not by the name that it has for people.
  IF is_mixed THEN PERFORM assess_posting(who, p_channel, p_lines, p_currency); END IF;
  INSERT INTO transactions (id, transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount,
      currency, transaction_type, description, status, business_date, branch_id, created_by, actor, cause_type, cause_id,
      workstation, session_id, build, value_date, reversal_of, reason_code)
    VALUES (uuidv7(), (next_references(today, 1))[1], p_key, p_hash, debited, credited, total_of(p_lines), p_currency, p_type,
      p_description,
      (CASE WHEN exceeded IS NULL THEN 'COMPLETED' ELSE 'PENDING' END)::transaction_status, today, who.branch_id, p_made.user_id,
      p_made.actor, p_made.cause_type, CASE WHEN p_made.cause_type <> 'INTENT' OR p_made.cause_id <> p_key THEN p_made.cause_id END,
      p_made.workstation, p_made.session_id, p_made.build, coalesce(p_value_date, today), p_reversal_of, p_reason_code)
    ON CONFLICT (posting_key(idempotency_key, created_by)) DO NOTHING
    RETURNING id, transaction_id, transaction_type, status, description, business_date, amount, currency, created_at, NULL, NULL, NULL,
      value_date, actor, cause_type, NULL INTO head;
  IF NOT FOUND THEN
    IF exceeded IS NULL THEN PERFORM move_back(p_lines), uncount_posting(who, p_channel, p_type, p_lines, p_currency); END IF;
    RETURN NULL;
  END IF;
  PERFORM assess_posting(who, p_channel, p_lines, p_currency);
  IF p_channel = 'COUNTER' THEN
    PERFORM watch_posting(who, head.id, p_lines, p_presenter, p_currency, today, exceeded IS NULL);
  ELSIF p_reversal_of IS NOT NULL THEN
    PERFORM unwatch_posting(p_reversal_of, p_lines, p_currency);
  END IF;
  IF exceeded IS NOT NULL THEN RETURN await_approval(who, head, p_lines, exceeded, p_loan); END IF;
  INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor,
      available_after)
    SELECT head.id, l.account_id, l.side, l.amount, l.sequence, l.ledger_after, today, head.value_date, l.actor, l.available_after
    FROM unnest(p_lines) AS l;
  head.posted_by := person;
  head.branch_name := branch_name;
  IF p_made.cause_type <> 'INTENT' THEN head.cause := cause_name(p_made.cause_type, p_made.cause_id); END IF;
  head.legs := lines_view(p_lines);
  IF p_presenter IS NOT NULL THEN head.presenter := presenter_view(head.id); END IF;
  RETURN head;
END $$;
