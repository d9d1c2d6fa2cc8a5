-- Undoing a posting: a new one that mirrors it and is linked to it, at most once. The cash goes to or comes from the till that the person
-- holds now: see docs/decisions. It counts from the same day as the posting, so that interest is as if neither
-- had been; where that month is closed, from the day on which it is posted.

-- Undoes what the system derived from a posting, as the system: nobody's own posting.
CREATE OR REPLACE FUNCTION write_back_fees(who identity, posted transactions, p_key uuid, p_reason text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  beside posting_leg[] := mirrored_legs(posted, true);
  fee transactions;
BEGIN
  IF beside IS NOT NULL THEN
    PERFORM write_posting(who, 'REVERSAL', derived_key(posted.id, 'beside'), 'FEE', beside, posted.currency, NULL,
      p_actor => 'CORRECTION', p_cause_type => 'POSTING', p_cause_id => posted.id, p_value_date => open_value_date(posted.value_date));
  END IF;
  FOR fee IN SELECT * FROM following_postings(posted.id) LOOP
    PERFORM write_posting(who, 'REVERSAL', derived_key(p_key, fee.id::text), fee.transaction_type, mirrored_legs(fee, false),
      fee.currency, NULL, p_actor => 'CORRECTION', p_cause_type => 'POSTING', p_cause_id => posted.id,
      p_value_date => open_value_date(fee.value_date), p_reversal_of => fee.id, p_reason_code => p_reason);
  END LOOP;
END $$;

-- Undoes the posting as `who`, and where asked what the system derived from it; answers the new posting. What was the system's is undone by
-- the system, under a key that nobody chooses: one that a job is to post under would keep the job from it.
CREATE OR REPLACE FUNCTION write_reversal(who identity, posted transactions, p_key uuid, p_reason text, p_words text, p_with_fees boolean,
  p_cause_type text, p_cause uuid) RETURNS uuid LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE undone uuid;
BEGIN
  PERFORM lock_reversed(who, posted, p_with_fees);
  IF p_with_fees THEN PERFORM write_back_fees(who, posted, p_key, p_reason); END IF;
  undone := (write_posting(who, 'REVERSAL', CASE posted.actor WHEN 'PERSON' THEN p_key ELSE derived_key(posted.id, 'reversal') END,
    posted.transaction_type, mirrored_legs(posted, false), posted.currency, p_words,
    p_actor => CASE posted.actor WHEN 'PERSON' THEN 'PERSON' ELSE 'CORRECTION' END::actor_kind, p_cause_type => p_cause_type,
    p_cause_id => p_cause, p_value_date => open_value_date(posted.value_date), p_reversal_of => posted.id,
    p_reason_code => p_reason)).posted_id;
  PERFORM end_reversed_loan(posted.id, undone);
  RETURN undone;
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
  PERFORM hold_branch_day(who.branch_id); -- a month that is closed meanwhile is closed before the value date is chosen
  SELECT * INTO posted FROM transactions WHERE id = p_posting FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM refuse('TRANSACTION_NOT_FOUND'); END IF;
  PERFORM count_accounts_shown(who, mirrored_legs(posted, false));
  SELECT * INTO undone FROM transaction_by_key(who.user_id, p_key);
  IF FOUND THEN
    IF NOT is_same_reversal(undone, p_posting, p_reason, words, p_with_fees) THEN PERFORM refuse('KEY_REUSED'); END IF;
    RETURN QUERY SELECT r, NULL::jsonb FROM receipt_of(undone.id) AS r;
    RETURN;
  END IF;
  -- A proposal of another kind under this key says nothing of whether a second person is needed.
  SELECT payload ->> 'because' INTO because FROM approvals WHERE id = p_key AND kind = 'REVERSAL';
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
