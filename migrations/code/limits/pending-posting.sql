-- A posting above a limit: it waits as PENDING with what it draws held, and a second person decides (approvals/propose.sql). On approval
-- it is assessed anew and posted, as its maker's; otherwise it ends as FAILED or CANCELLED, with the reason.

-- Holds what the posting draws in all (a deposit brings more than its fee takes), puts it before a second person, and answers its receipt.
-- Cash that would be paid out stays in the till.
CREATE OR REPLACE FUNCTION await_approval(who identity, head posting_receipt, p_lines posting_line[], p_exceeded text, p_loan jsonb)
RETURNS posting_receipt LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE drawn record;
BEGIN
  FOR drawn IN SELECT account_id, -sum(l.drawn) AS amount FROM unnest(p_lines) AS l
      WHERE customer_id IS NOT NULL GROUP BY account_id HAVING sum(l.drawn) < 0 ORDER BY account_id LOOP
    PERFORM place_hold(who, uuidv7(), drawn.account_id, drawn.amount, 'Posting ' || head.reference || ' waits for approval',
      'PENDING_POSTING', head.id);
  END LOOP;
  PERFORM propose(who, head.id, 'POSTING', 'transactions', head.id, jsonb_build_object(
    'lines', (SELECT jsonb_agg(jsonb_build_object('account', p_lines[n].account_id, 'side', p_lines[n].side,
      'amount', p_lines[n].amount::text, 'actor', p_lines[n].actor) ORDER BY n) FROM generate_subscripts(p_lines, 1) AS n),
    'exceeded', p_exceeded, 'limit', exceeded_amount(who, head, p_exceeded)::text,
    'tillSession', (SELECT s.id FROM till_sessions s JOIN unnest(p_lines) AS l ON l.till_id = s.till_id WHERE s.closed_at IS NULL))
    || CASE WHEN p_loan IS NULL THEN '{}' ELSE jsonb_build_object('loan', p_loan) END);
  RETURN receipt_of(head.id);
END $$;

-- Whether the till session that was open when the posting was proposed still is; true where none is needed.
CREATE OR REPLACE FUNCTION till_is_as_proposed(proposal approvals) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT proposal.payload ->> 'tillSession' IS NULL OR EXISTS (SELECT FROM till_sessions
    WHERE id = (proposal.payload ->> 'tillSession')::uuid AND closed_at IS NULL) $$;

CREATE OR REPLACE FUNCTION lock_balances_of(proposal approvals) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT FROM balances WHERE account_id IN (SELECT account_id FROM unnest(lines_of_proposal(proposal))) ORDER BY account_id FOR UPDATE $$;

-- Releases what a posting held. The balances are locked already, in the order of their keys.
CREATE OR REPLACE FUNCTION release_holds_of(p_transaction uuid, p_by uuid, p_reason text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE somebody identity;
BEGIN
  somebody.user_id := p_by;
  PERFORM release_hold(somebody, id, p_reason) FROM holds WHERE transaction_id = p_transaction AND released_at IS NULL ORDER BY account_id;
END $$;

-- Posts it as its maker's: assessed anew, by the maker's role and in the maker's till as they are now.
CREATE OR REPLACE FUNCTION perform_posting(proposal approvals, who identity) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  lines posting_line[] := lines_of_proposal(proposal);
  pending transactions;
  maker identity;
BEGIN
  SELECT * INTO pending FROM transactions WHERE id = proposal.subject_id FOR UPDATE;
  SELECT u.id, u.role, u.branch_id, pending.session_id, false, pending.build INTO maker FROM users u
    WHERE u.id = pending.created_by AND u.status = 'ACTIVE';
  IF maker.user_id IS NULL THEN PERFORM refuse('MAKER_NOT_ACTIVE'); END IF;
  IF NOT till_is_as_proposed(proposal) THEN PERFORM refuse('TILL_CHANGED'); END IF;
  IF (open_day(maker.branch_id)).business_date <> pending.business_date THEN PERFORM refuse('BRANCH_DAY_CLOSED'); END IF;
  PERFORM require_posting_rule(maker, 'COUNTER', pending.transaction_type,
    ARRAY(SELECT l FROM unnest(lines) AS l WHERE l.actor = 'PERSON'));
  PERFORM lock_balances_of(proposal);
  PERFORM release_holds_of(pending.id, who.user_id, 'Approved');
  lines := move_balances(lines);
  PERFORM assess_posting(maker, 'COUNTER', lines, pending.currency);
  PERFORM require_signature(pending.business_date, pending.transaction_type,
    ARRAY(SELECT ROW(l.account_id, NULL, l.side, l.amount)::posting_leg FROM unnest(lines) AS l WHERE l.actor = 'PERSON'),
    pending.currency, ARRAY(SELECT customer_id FROM posting_signers WHERE transaction_id = pending.id));
  INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor,
      available_after)
    SELECT pending.id, l.account_id, l.side, l.amount, l.sequence, l.ledger_after, pending.business_date, pending.value_date, l.actor,
      l.available_after
    FROM unnest(lines) AS l;
  PERFORM watch_approved(pending, lines);
  UPDATE transactions SET status = 'COMPLETED', processed_at = clock_timestamp(), cause_type = 'APPROVAL', cause_id = proposal.id
    WHERE id = pending.id;
  IF proposal.payload ? 'loan' THEN PERFORM keep_loan(maker, pending, proposal.payload -> 'loan'); END IF;
  RETURN jsonb_build_object('reference', pending.transaction_id);
END $$;

-- Ends one that is not posted: what it held is released. The reason is the refusal's name, the words of whoever declined, or how it ended.
CREATE OR REPLACE FUNCTION end_posting(proposal approvals) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM lock_balances_of(proposal);
  PERFORM release_holds_of(proposal.subject_id, proposal.decided_by, initcap(proposal.status));
  UPDATE transactions SET status = CASE proposal.status WHEN 'FAILED' THEN 'FAILED'::transaction_status ELSE 'CANCELLED' END,
      status_reason = coalesce(proposal.result ->> 'code', proposal.decision_reason, proposal.status), processed_at = clock_timestamp()
    WHERE id = proposal.subject_id;
END $$;

-- Of a posting that waits nothing but its outcome changes.
CREATE OR REPLACE FUNCTION guard_pending() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE outcome text[] := '{status,status_reason,processed_at,cause_type,cause_id}';
BEGIN
  IF NEW.status = 'PENDING' OR to_jsonb(NEW) - outcome IS DISTINCT FROM to_jsonb(OLD) - outcome THEN
    PERFORM refuse('APPEND_ONLY', jsonb_build_object('table', TG_TABLE_NAME));
  END IF;
  RETURN NEW;
END $$;
