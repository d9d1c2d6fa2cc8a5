-- A reversal that needs a second person: it waits for a supervisor with what it takes back held, and is assessed anew when it is approved.

CREATE OR REPLACE FUNCTION propose_reversal(who identity, posted transactions, p_key uuid, p_reason text, p_words text,
  p_with_fees boolean, p_because text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM approvals WHERE id = p_key) THEN
    PERFORM lock_reversed(who, posted, p_with_fees),
      hold_for_reversal(who, posted, foreseen_reversal(who, posted, p_with_fees));
  END IF;
  PERFORM propose(who, p_key, 'REVERSAL', 'transactions', posted.id, jsonb_build_object('reason', p_reason, 'words', p_words,
    'withFees', p_with_fees, 'because', p_because));
END $$;

-- Holds what it takes from customers in all; of what has to stay on an account, which nobody draws, nothing.
CREATE OR REPLACE FUNCTION hold_for_reversal(who identity, posted transactions, p_lines posting_line[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE taken record;
BEGIN
  FOR taken IN SELECT l.account_id, least(-sum(l.drawn), b.available_balance) AS amount
      FROM unnest(p_lines) AS l JOIN balances b ON b.account_id = l.account_id
      WHERE l.customer_id IS NOT NULL GROUP BY l.account_id, b.available_balance ORDER BY l.account_id LOOP
    CONTINUE WHEN taken.amount <= 0;
    PERFORM place_hold(who, uuidv7(), taken.account_id, taken.amount, 'Reversal of ' || posted.transaction_id || ' waits for approval',
      'REVERSAL', posted.id);
  END LOOP;
END $$;

-- The posting and its reversal as they are now, for whoever decides: who posted it, what it moves back, why, and through which till.
CREATE OR REPLACE FUNCTION show_reversal(proposal approvals) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('subject', t.transaction_id, 'transactionType', t.transaction_type, 'amount', t.amount::text,
    'currency', t.currency, 'businessDate', t.business_date, 'postedBy', maker.full_name,
    'accounts', (SELECT string_agg(concat_ws(' ', a.account_number, c.first_name, c.last_name), E'\n' ORDER BY e.id)
      FROM entries e JOIN accounts a ON a.id = e.account_id JOIN customers c ON c.id = a.customer_id WHERE e.transaction_id = t.id),
    'till', (SELECT till.name FROM entries e JOIN accounts a ON a.id = e.account_id
      JOIN till_sessions s ON s.user_id = proposal.proposed_by AND s.closed_at IS NULL JOIN tills till ON till.id = s.till_id
      WHERE e.transaction_id = t.id AND a.till_id IS NOT NULL LIMIT 1),
    'reversalReason', r.name, 'words', proposal.payload ->> 'words', 'because', proposal.payload ->> 'because',
    'followingFees', CASE WHEN following_view(t) <> '[]' THEN proposal.payload -> 'withFees' END,
    'reversedBy', (SELECT u.transaction_id FROM transactions u WHERE u.reversal_of = t.id)))
  FROM transactions t LEFT JOIN users maker ON maker.id = t.created_by
    LEFT JOIN reversal_reasons r ON r.code = proposal.payload ->> 'reason' WHERE t.id = proposal.subject_id $$;

-- Reverses as the proposer, through the till that the proposer holds now; the session and the build are those of the decider, where it
-- is done.
CREATE OR REPLACE FUNCTION perform_reversal(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  posted transactions;
  proposer identity := who;
  undone uuid;
BEGIN
  SELECT id, role, branch_id INTO proposer.user_id, proposer.role, proposer.branch_id FROM users WHERE id = proposal.proposed_by;
  SELECT * INTO posted FROM transactions WHERE id = proposal.subject_id FOR NO KEY UPDATE;
  PERFORM require_reversible(proposer, posted);
  PERFORM lock_reversed(proposer, posted, (proposal.payload -> 'withFees')::boolean),
    release_holds_of(posted.id, who.user_id, 'Approved');
  undone := write_reversal(proposer, posted, proposal.id, proposal.payload ->> 'reason', proposal.payload ->> 'words',
    (proposal.payload -> 'withFees')::boolean, 'APPROVAL', proposal.id);
  RETURN jsonb_build_object('transactionId', undone, 'reference', (SELECT transaction_id FROM transactions WHERE id = undone));
END $$;

-- Ends one that is not done: what it held is released.
CREATE OR REPLACE FUNCTION end_reversal(proposal approvals) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM FROM balances WHERE account_id IN (SELECT account_id FROM holds WHERE transaction_id = proposal.subject_id)
    ORDER BY account_id FOR UPDATE;
  PERFORM release_holds_of(proposal.subject_id, proposal.decided_by, initcap(proposal.status));
END $$;
