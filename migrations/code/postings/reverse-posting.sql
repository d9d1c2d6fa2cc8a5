-- Undoing a posting: a new one that mirrors it and is linked to it, at most once. The cash goes to or comes from the till that the person
-- holds now: see docs/decisions. It counts from the same day as the posting, so that interest is as if neither had been.

-- The legs that undo a posting's own, or those that the system put beside them, such as a fee. A till's leg is on the till that is held.
CREATE OR REPLACE FUNCTION mirrored_legs(posted transactions, p_beside boolean) RETURNS posting_leg[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_agg(ROW(CASE WHEN a.till_id IS NULL THEN a.id END, CASE WHEN a.till_id IS NOT NULL THEN a.account_type END,
      CASE e.entry_type WHEN 'DEBIT' THEN 'CREDIT' ELSE 'DEBIT' END, e.amount)::corex.posting_leg ORDER BY e.id)
  FROM entries e JOIN accounts a ON a.id = e.account_id WHERE e.transaction_id = posted.id AND (e.actor <> posted.actor) = p_beside $$;

-- What the system derived from a posting and nobody has reversed: postings of its own, oldest first.
CREATE OR REPLACE FUNCTION following_postings(p_posting uuid) RETURNS SETOF transactions LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT t.* FROM transactions t WHERE t.cause_type = 'POSTING' AND t.cause_id = p_posting AND t.actor NOT IN ('PERSON', 'CORRECTION')
    AND t.status = 'COMPLETED' AND t.reversal_of IS NULL AND NOT EXISTS (SELECT FROM transactions r WHERE r.reversal_of = t.id)
  ORDER BY t.id $$;

-- The fees and interest that followed, in the shape of the contract: those beside the posting's legs, and those posted by themselves.
CREATE OR REPLACE FUNCTION following_view(posted transactions) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('reference', reference, 'transactionType', kind, 'description', description,
    'amount', amount::text)), '[]')
  FROM (SELECT posted.transaction_id::text, 'FEE', NULL, sum(amount) FROM unnest(mirrored_legs(posted, true)) WHERE side = 'DEBIT'
      HAVING sum(amount) > 0
    UNION ALL SELECT f.transaction_id::text, f.transaction_type::text, f.description, f.amount FROM following_postings(posted.id) f)
    AS following (reference, kind, description, amount) $$;

-- Refuses what is not reversed, and says why. Its caller holds the posting.
CREATE OR REPLACE FUNCTION require_reversible(who identity, posted transactions) RETURNS void LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE other text;
BEGIN
  PERFORM require_branch(who, 'POSTING_REVERSE', posted.branch_id);
  IF posted.reversal_of IS NOT NULL THEN
    PERFORM refuse('REVERSAL_OF_REVERSAL', jsonb_build_object('reference',
      (SELECT transaction_id FROM transactions WHERE id = posted.reversal_of)));
  END IF;
  SELECT transaction_id INTO other FROM transactions WHERE reversal_of = posted.id;
  IF FOUND THEN PERFORM refuse('ALREADY_REVERSED', jsonb_build_object('reference', other)); END IF;
  IF posted.status <> 'COMPLETED' OR posted.actor <> 'PERSON' AND posted.transaction_type <> 'FEE'
      OR NOT EXISTS (SELECT FROM entries e JOIN accounts a ON a.id = e.account_id
        WHERE e.transaction_id = posted.id AND a.customer_id IS NOT NULL) THEN
    PERFORM refuse('REVERSAL_NOT_POSSIBLE');
  END IF;
END $$;

-- Why a second person has to agree; null where the person may do it alone: an own posting of the open day, whose cash, if
-- any, is in the till that the person has held since without counting it, and no more than reversal_limits says.
CREATE OR REPLACE FUNCTION second_person_for_reversal(who identity, posted transactions) RETURNS text LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  day business_days := open_day(who.branch_id);
  most reversal_limits;
  alone_today numeric;
BEGIN
  IF posted.created_by IS DISTINCT FROM who.user_id THEN RETURN 'OTHER_PERSON'; END IF;
  IF posted.business_date <> day.business_date THEN RETURN 'EARLIER_DAY'; END IF;
  IF EXISTS (SELECT FROM entries e JOIN accounts a ON a.id = e.account_id WHERE e.transaction_id = posted.id AND a.till_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM till_sessions s WHERE s.till_id = a.till_id AND s.user_id = who.user_id AND s.closed_at IS NULL
        AND s.opened_at <= posted.created_at)) THEN
    RETURN 'OTHER_TILL_SESSION';
  END IF;
  SELECT * INTO most FROM reversal_limits WHERE role = who.role AND currency = posted.currency;
  SELECT coalesce(sum(amount), 0) INTO alone_today FROM transactions WHERE created_by = who.user_id AND reversal_of IS NOT NULL
    AND business_date = day.business_date AND currency = posted.currency AND cause_type = 'INTENT';
  IF posted.amount > coalesce(most.per_posting, 0) THEN RETURN 'ABOVE_LIMIT'; END IF;
  IF posted.amount + alone_today > most.per_day THEN RETURN 'ABOVE_DAY_LIMIT'; END IF;
  RETURN NULL;
END $$;

-- The legs that undo what the system derived from a posting: the fee beside it, and the postings that followed.
CREATE OR REPLACE FUNCTION mirrored_fees(posted transactions) RETURNS posting_leg[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_agg(leg) FROM (SELECT unnest(mirrored_legs(posted, true)) UNION ALL
    SELECT unnest(mirrored_legs(f, false)) FROM following_postings(posted.id) AS f) AS fees (leg) $$;

-- What undoing it would do now, or the refusal; nothing is written or locked. The fees come first: what they bring back may be what is
-- drawn.
CREATE OR REPLACE FUNCTION foreseen_reversal(who identity, posted transactions, p_with_fees boolean) RETURNS posting_line[]
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  lines posting_line[] := posting_lines(who, mirrored_legs(posted, false), posted.currency, 'PERSON');
  fees posting_leg[] := mirrored_fees(posted);
BEGIN
  PERFORM require_posting_rule(who, 'REVERSAL', posted.transaction_type, lines);
  IF p_with_fees AND fees IS NOT NULL THEN lines := posting_lines(who, fees, posted.currency, 'CORRECTION') || lines; END IF;
  lines := foresee_balances(lines);
  PERFORM assess_posting(who, 'REVERSAL', lines, posted.currency);
  RETURN lines;
END $$;

-- Undoes what the system derived from a posting, as the system: nobody's own posting.
CREATE OR REPLACE FUNCTION write_back_fees(who identity, posted transactions, p_key uuid, p_reason text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  beside posting_leg[] := mirrored_legs(posted, true);
  fee transactions;
BEGIN
  IF beside IS NOT NULL THEN
    PERFORM write_posting(who, 'REVERSAL', derived_key(p_key, 'beside'), 'FEE', beside, posted.currency, NULL,
      p_actor => 'CORRECTION', p_cause_type => 'POSTING', p_cause_id => posted.id, p_value_date => posted.value_date);
  END IF;
  FOR fee IN SELECT * FROM following_postings(posted.id) LOOP
    PERFORM write_posting(who, 'REVERSAL', derived_key(p_key, fee.id::text), fee.transaction_type, mirrored_legs(fee, false),
      fee.currency, NULL, p_actor => 'CORRECTION', p_cause_type => 'POSTING', p_cause_id => posted.id, p_value_date => fee.value_date,
      p_reversal_of => fee.id, p_reason_code => p_reason);
  END LOOP;
END $$;

-- Undoes the posting as `who`, and where asked what the system derived from it; answers the new posting.
CREATE OR REPLACE FUNCTION write_reversal(who identity, posted transactions, p_key uuid, p_reason text, p_words text, p_with_fees boolean,
  p_cause_type text, p_cause uuid) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_with_fees THEN PERFORM write_back_fees(who, posted, p_key, p_reason); END IF;
  RETURN (write_posting(who, 'REVERSAL', p_key, posted.transaction_type, mirrored_legs(posted, false), posted.currency, p_words,
    p_actor => CASE posted.actor WHEN 'PERSON' THEN 'PERSON' ELSE 'CORRECTION' END::actor_kind, p_cause_type => p_cause_type,
    p_cause_id => p_cause, p_value_date => posted.value_date, p_reversal_of => posted.id, p_reason_code => p_reason)).posted_id;
END $$;

-- Whether what a key has made is what is asked for again.
CREATE OR REPLACE FUNCTION is_same_reversal(made transactions, p_posting uuid, p_reason text, p_words text, p_with_fees boolean)
RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (made.reversal_of, made.reason_code, made.description) IS NOT DISTINCT FROM (p_posting, p_reason::varchar, p_words)
    AND (p_with_fees OR NOT EXISTS (SELECT FROM transactions
      WHERE cause_type = 'POSTING' AND cause_id = p_posting AND actor = 'CORRECTION'))
    AND NOT (p_with_fees AND EXISTS (SELECT FROM following_postings(p_posting))) $$;

-- The reason and the words, as they are kept, or a refusal.
CREATE OR REPLACE FUNCTION checked_words(p_reason text, p_words text) RETURNS text LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  reason reversal_reasons;
  words text := nullif(clean_text(p_words), '');
BEGIN
  SELECT * INTO reason FROM reversal_reasons WHERE code = p_reason;
  IF NOT FOUND THEN PERFORM refuse('REASON_UNKNOWN'); END IF;
  IF reason.needs_words AND words IS NULL THEN PERFORM refuse('REASON_NEEDS_WORDS'); END IF;
  RETURN words;
END $$;

-- Reverses a posting, or where a second person is needed puts the reversal before a supervisor under the same key: then there is no
-- receipt, and `waits` says which approval and why. Sent again it answers the same.
CREATE OR REPLACE FUNCTION reverse_posting(p_key uuid, p_posting uuid, p_reason text, p_words text, p_with_fees boolean)
RETURNS TABLE (receipt posting_receipt, waits jsonb) LANGUAGE plpgsql SECURITY DEFINER ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('TELLER', 'SUPERVISOR');
  words text := checked_words(p_reason, p_words);
  posted transactions;
  undone transactions;
  because text;
BEGIN
  IF p_key IS NULL THEN PERFORM refuse('KEY_REUSED'); END IF;
  SELECT * INTO posted FROM transactions WHERE id = p_posting FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM refuse('TRANSACTION_NOT_FOUND'); END IF;
  PERFORM count_accounts_shown(who, mirrored_legs(posted, false));
  SELECT * INTO undone FROM transactions WHERE created_by = who.user_id AND idempotency_key = p_key;
  IF FOUND THEN
    IF NOT is_same_reversal(undone, p_posting, p_reason, words, p_with_fees) THEN PERFORM refuse('KEY_REUSED'); END IF;
    RETURN QUERY SELECT r, NULL::jsonb FROM receipt_of(undone.id) AS r;
    RETURN;
  END IF;
  SELECT payload ->> 'because' INTO because FROM approvals WHERE id = p_key;
  IF NOT FOUND THEN
    PERFORM require_reversible(who, posted);
    PERFORM refuse('REVERSAL_WAITS', jsonb_build_object('proposer', u.full_name)) FROM approvals a JOIN users u ON u.id = a.proposed_by
      WHERE a.subject_id = p_posting AND a.kind = 'REVERSAL' AND a.status = 'PENDING';
    PERFORM FROM users WHERE id = who.user_id FOR NO KEY UPDATE; -- what the person reverses alone on a day is counted one by one
    because := second_person_for_reversal(who, posted);
  END IF;
  IF because IS NULL THEN
    undone.id := write_reversal(who, posted, p_key, p_reason, words, p_with_fees, 'INTENT', p_key);
    RETURN QUERY SELECT r, NULL::jsonb FROM receipt_of(undone.id) AS r;
  ELSE
    PERFORM propose_reversal(who, posted, p_key, p_reason, words, p_with_fees, because);
    RETURN QUERY SELECT NULL::posting_receipt, jsonb_build_object('approvalId', p_key, 'because', because);
  END IF;
END $$;

-- What reversing would do now, and what has to be chosen: the legs, the reasons, what followed, and whether a second person is needed.
CREATE OR REPLACE FUNCTION preview_reversal(p_posting uuid, p_with_fees boolean) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR');
  posted transactions;
BEGIN
  SELECT * INTO posted FROM transactions WHERE id = p_posting;
  IF NOT FOUND THEN PERFORM refuse('TRANSACTION_NOT_FOUND'); END IF;
  PERFORM count_accounts_shown(who, mirrored_legs(posted, false));
  PERFORM require_reversible(who, posted);
  PERFORM refuse('REVERSAL_WAITS', jsonb_build_object('proposer', u.full_name)) FROM approvals a JOIN users u ON u.id = a.proposed_by
    WHERE a.subject_id = p_posting AND a.kind = 'REVERSAL' AND a.status = 'PENDING';
  PERFORM open_day(who.branch_id);
  RETURN jsonb_build_object('legs', lines_view(foreseen_reversal(who, posted, p_with_fees)), 'amount', posted.amount::text,
    'currency', posted.currency, 'following', following_view(posted),
    'because', second_person_for_reversal(who, posted),
    'reasons', (SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name, 'needsWords', needs_words) ORDER BY position)
      FROM reversal_reasons));
END $$;
