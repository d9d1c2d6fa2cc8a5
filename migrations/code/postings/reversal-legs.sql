-- What a reversal undoes: the legs of a posting, and what the system derived from it.

-- The legs that undo a posting's own, or those that the system put beside them, such as a fee. A till's leg is on the till that is held.
CREATE OR REPLACE FUNCTION mirrored_legs(posted transactions, p_beside boolean) RETURNS posting_leg[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT array_agg(ROW(CASE WHEN a.till_id IS NULL THEN a.id END, CASE WHEN a.till_id IS NOT NULL THEN a.account_type END,
      CASE e.entry_type WHEN 'DEBIT' THEN 'CREDIT' ELSE 'DEBIT' END, e.amount)::corex.posting_leg
      ORDER BY e.id, e.entry_type, e.account_id, e.sequence)
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

-- Locks the balances of all that it moves, which are several postings, in the order of their keys.
CREATE OR REPLACE FUNCTION lock_reversed(who identity, posted transactions, p_with_fees boolean) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM FROM balances WHERE account_id IN (SELECT coalesce(leg.account_id, own_account_if_any(who, leg.account_type, posted.currency))
      FROM unnest(mirrored_legs(posted, false) || CASE WHEN p_with_fees THEN mirrored_fees(posted) END) AS leg)
    ORDER BY account_id FOR UPDATE;
END $$;
