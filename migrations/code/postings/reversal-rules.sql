-- Which posting may be reversed, by whom alone, and in which words.

-- Refuses what is not reversed, and says why: of what the system posted only a fee and a payment of a file are. Its caller holds it.
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
        AND (posted.actor, posted.transaction_type) <> ('JOB', 'TRANSFER')
      OR NOT EXISTS (SELECT FROM entries e JOIN accounts a ON a.id = e.account_id
        WHERE e.transaction_id = posted.id AND a.customer_id IS NOT NULL) THEN
    PERFORM refuse('REVERSAL_NOT_POSSIBLE');
  END IF;
END $$;

-- Why a second person has to agree; null where the person may do it alone: an own posting of the open day, whose cash, if
-- any, is in the till that the person has held since without counting it, and no more than the limit in force.
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
  most := reversal_limit_in_force(who.branch_id, who.role, posted.currency, day.business_date);
  SELECT coalesce(sum(amount), 0) INTO alone_today FROM transactions WHERE created_by = who.user_id AND reversal_of IS NOT NULL
    AND business_date = day.business_date AND currency = posted.currency AND cause_type = 'INTENT';
  IF posted.amount > coalesce(most.per_posting, 0) THEN RETURN 'ABOVE_LIMIT'; END IF;
  IF posted.amount + alone_today > coalesce(most.per_day, 0) THEN RETURN 'ABOVE_DAY_LIMIT'; END IF;
  RETURN NULL;
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
  words text := nullif(clean_text(left(p_words, 1000)), '');
BEGIN
  IF length(p_words) > 1000 OR length(words) > 200 THEN PERFORM refuse('VALIDATION'); END IF;
  SELECT * INTO reason FROM reversal_reasons WHERE code = p_reason;
  IF NOT FOUND THEN PERFORM refuse('REASON_UNKNOWN'); END IF;
  IF reason.needs_words AND words IS NULL THEN PERFORM refuse('REASON_NEEDS_WORDS'); END IF;
  RETURN words;
END $$;
