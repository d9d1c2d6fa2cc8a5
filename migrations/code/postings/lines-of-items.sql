-- What is known of the accounts of several postings before anything is locked.

-- The legs of all items with their accounts, in the order of the items and of their legs. `places` are the items' numbers; `sound` says of
-- each line that its amount is one that the ledger keeps, and its account active, in the currency, of this branch or open to it, and
-- where it is a till the caller's and not counted; that a debit is of a holder who signs alone; and at the counter that the holder is
-- identified, so that no cash is refused for that. Each account is looked up once, by its key: a hash of all accounts, of which a plan made
-- while they were few is kept, costs more than the legs of a call.
CREATE OR REPLACE FUNCTION lines_of_items(who identity, p_channel text, p_items posting_item[], p_actor actor_kind,
  OUT lines posting_line[], OUT places int[], OUT sound boolean[])
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE today date := (SELECT business_date FROM business_days WHERE branch_id = who.branch_id AND closed_at IS NULL);
BEGIN
  WITH leg AS MATERIALIZED (
    SELECT item.i, l.n, l.account_id, l.account_type, l.side, l.amount, item.currency
    FROM unnest(p_items) WITH ORDINALITY AS item (key, type, legs, currency, description, value_date, i)
      CROSS JOIN LATERAL unnest(item.legs) WITH ORDINALITY AS l (account_id, account_type, side, amount, n)),
  own AS MATERIALIZED (
    SELECT account_type, currency, own_account_if_any(who, account_type, currency) AS id
    FROM (SELECT DISTINCT account_type, currency FROM leg WHERE account_id IS NULL) AS asked),
  named AS MATERIALIZED (
    SELECT leg.i, leg.n, leg.side, leg.amount, leg.currency, coalesce(leg.account_id, own.id) AS account_id
    FROM leg LEFT JOIN own ON leg.account_id IS NULL AND own.account_type = leg.account_type AND own.currency = leg.currency),
  held AS MATERIALIZED (
    SELECT a.id, a.account_number, a.account_type, a.currency, a.branch_id, a.customer_id, a.till_id, kind.debit_refusal,
      kind.credit_refusal, kind.normal_side, kind.drawn_from, coalesce(t.name, a.account_type::text) AS label,
      CASE WHEN c.id IS NOT NULL THEN concat_ws(' ', c.first_name, c.last_name) END AS holder, p.charges_postings, money.minor_units,
      a.status = 'ACTIVE' AND a.kyc_block IS NULL
        AND (a.branch_id = who.branch_id OR a.customer_id IS NOT NULL AND may_cross(who, 'ACCOUNT_POST', a.branch_id))
        AND (a.till_id IS NULL OR EXISTS (SELECT FROM till_sessions s WHERE s.till_id = a.till_id AND s.closed_at IS NULL
          AND (s.user_id = who.user_id AND s.count_locked_at IS NULL OR p_channel = 'TILL')))
        AND (p_channel <> 'COUNTER' OR c.id IS NULL OR c.kyc_status = 'APPROVED') AS is_usable,
      p_channel <> 'COUNTER' OR c.id IS NULL OR holder_signs_alone(a.id, today) AS is_signed
    FROM (SELECT DISTINCT account_id FROM named) AS asked
      CROSS JOIN LATERAL (SELECT id, account_number, account_type, currency, branch_id, customer_id, till_id, product_id, status, kyc_block
        FROM accounts WHERE id = asked.account_id OFFSET 0) AS a
      JOIN account_kinds kind ON kind.account_type = a.account_type LEFT JOIN currencies money ON money.code = a.currency
      LEFT JOIN tills t ON t.id = a.till_id LEFT JOIN customers c ON c.id = a.customer_id LEFT JOIN products p ON p.id = a.product_id),
  known AS (
    SELECT named.i, named.n, named.amount > 0 AND named.amount < 1e13 AND named.amount = round(named.amount, a.minor_units)
        AND named.side IS NOT NULL AND a.currency = named.currency AND a.is_usable
        AND (named.side = 'CREDIT' OR a.is_signed) AS is_sound,
      ROW(named.account_id, named.side, round(named.amount, 2), p_actor, a.account_number, a.account_type, a.currency, a.branch_id,
        a.customer_id, a.till_id, a.debit_refusal, a.credit_refusal, a.label, a.holder, e.effect,
        CASE a.drawn_from WHEN 'LIMIT' THEN -e.effect ELSE e.effect END, NULL, NULL, NULL, a.charges_postings)::corex.posting_line AS line
    FROM named LEFT JOIN held a ON a.id = named.account_id
      CROSS JOIN LATERAL (SELECT round(CASE WHEN a.normal_side = named.side THEN named.amount ELSE -named.amount END, 2) AS effect) AS e)
  SELECT array_agg(line ORDER BY i, n), array_agg(i::int ORDER BY i, n), array_agg(coalesce(is_sound, false) ORDER BY i, n)
    INTO lines, places, sound FROM known;
END $$;
