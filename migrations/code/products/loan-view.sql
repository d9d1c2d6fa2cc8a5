-- How a loan stands: what was paid back, what is due, and what an account earns and costs.

-- What was paid back, each payment split: first the interest that had been charged and not paid, then principal. What was reversed is as if
-- it had never been, nor its reversal.
CREATE OR REPLACE FUNCTION loan_payments(p_account uuid)
RETURNS TABLE (number bigint, reference text, paid_on date, amount numeric, interest numeric, principal numeric, owed_principal numeric,
  owed_interest numeric) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
#variable_conflict use_variable
DECLARE entry record;
BEGIN
  owed_principal := 0;
  owed_interest := 0;
  FOR entry IN SELECT e.sequence, e.entry_type, e.amount, e.business_date, t.transaction_type, t.transaction_id
      FROM entries e JOIN transactions t ON t.id = e.transaction_id WHERE e.account_id = p_account AND t.reversal_of IS NULL
        AND NOT EXISTS (SELECT FROM transactions r WHERE r.reversal_of = t.id) ORDER BY e.sequence LOOP
    IF entry.entry_type = 'CREDIT' AND entry.transaction_type = 'INTEREST' THEN
      interest := -entry.amount; -- charged too much, and not paid by anybody
      principal := 0;
      owed_interest := owed_interest - entry.amount;
    ELSIF entry.entry_type = 'CREDIT' THEN
      interest := least(entry.amount, owed_interest);
      principal := entry.amount - interest;
      owed_interest := owed_interest - interest;
      owed_principal := owed_principal - principal;
    ELSIF entry.transaction_type = 'INTEREST' THEN
      interest := entry.amount;
      principal := 0;
      owed_interest := owed_interest + entry.amount;
    ELSE
      interest := 0;
      principal := entry.amount;
      owed_principal := owed_principal + entry.amount;
    END IF;
    number := entry.sequence;
    reference := entry.transaction_id;
    paid_on := entry.business_date;
    amount := CASE WHEN entry.entry_type = 'CREDIT' AND entry.transaction_type <> 'INTEREST' THEN entry.amount ELSE -entry.amount END;
    RETURN NEXT;
  END LOOP;
END $$;

-- A loan with its schedule, its payments and its arrears: what has been due and was not paid, and since when. Null when nothing was paid
-- out by a schedule.
CREATE OR REPLACE FUNCTION loan_view(p_account uuid, p_date date) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  WITH moved AS MATERIALIZED (SELECT * FROM loan_payments(p_account)),
  paid AS (SELECT coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS total FROM moved),
  planned AS MATERIALIZED (SELECT i.*, sum(i.principal + i.interest) OVER (ORDER BY i.number) AS due_by_then FROM loans l
    JOIN loan_instalments i ON i.loan_id = l.transaction_id WHERE l.account_id = p_account AND l.reversed_by IS NULL),
  late AS (SELECT coalesce(max(due_by_then), 0) AS due FROM planned WHERE due_on <= p_date)
  SELECT jsonb_build_object('principal', l.principal::text, 'method', l.method, 'paidOutOn', l.paid_out_on,
    'owedPrincipal', (SELECT owed_principal::text FROM moved ORDER BY number DESC LIMIT 1),
    'owedInterest', (SELECT owed_interest::text FROM moved ORDER BY number DESC LIMIT 1),
    'arrears', round(greatest(late.due - paid.total, 0), 2)::text,
    'overdueSince', (SELECT min(due_on) FROM planned WHERE due_on <= p_date AND due_by_then > paid.total),
    'schedule', (SELECT jsonb_agg(jsonb_build_object('number', number, 'dueOn', due_on, 'principal', principal::text,
      'interest', interest::text, 'paid', due_by_then <= paid.total) ORDER BY number) FROM planned),
    'payments', (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', reference, 'paidOn', paid_on, 'amount', amount::text,
      'interest', interest::text, 'principal', principal::text) ORDER BY number DESC), '[]') FROM moved WHERE amount > 0))
  FROM loans l, paid, late WHERE l.account_id = p_account AND l.reversed_by IS NULL $$;

-- What an account earns, costs and owes beside its balance: its product with the terms in force, the interest that has accrued and is not
-- posted, and its loan.
CREATE OR REPLACE FUNCTION read_account_terms(p_account uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  account accounts;
BEGIN
  SELECT * INTO account FROM accounts WHERE id = p_account AND customer_id IS NOT NULL;
  IF NOT FOUND THEN PERFORM refuse('ACCOUNT_NOT_FOUND'); END IF;
  PERFORM require_branch(who, 'ACCOUNT_READ', account.branch_id);
  PERFORM count_reads(who, 1);
  RETURN (SELECT jsonb_build_object('productName', p.name, 'terms', terms_view(terms_of(p.id, date_of_branch(who.branch_id))),
      'accruedThrough', s.through, 'earned', round(coalesce(s.earned, 0) / parts_of_unit(), 6)::text,
      'owed', round(coalesce(s.owed, 0) / parts_of_unit(), 6)::text, 'loan', loan_view(p_account, date_of_branch(who.branch_id)))
    FROM products p LEFT JOIN interest_accruals s ON s.account_id = p_account WHERE p.id = account.product_id);
END $$;
