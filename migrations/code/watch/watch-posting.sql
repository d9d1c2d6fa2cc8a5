-- What of a posting at the counter is cash, and whose.

-- Keeps who stood at the counter, and counts the cash for them, or where the posting waits for a second person only asks whether they are
-- identified. Of a posting without cash nobody is named.
CREATE OR REPLACE FUNCTION watch_posting(who identity, p_posting uuid, p_lines posting_line[], p_presenter jsonb, p_currency text,
  p_date date, p_counts boolean) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  cash record := cash_of_lines(p_lines);
  p posting_presenters;
BEGIN
  IF cash.holder IS NULL THEN
    IF p_presenter IS NOT NULL THEN PERFORM refuse('VALIDATION'); END IF;
    RETURN;
  END IF;
  IF p_presenter IS NULL THEN
    p.person_id := cash.holder;
  ELSE
    p := presenter_of(who, p_presenter);
    p.transaction_id := p_posting;
    p.created_at := clock_timestamp();
    INSERT INTO posting_presenters SELECT p.*;
  END IF;
  IF p_counts THEN
    PERFORM count_cash_of_people(ARRAY[p.person_id], ARRAY[cash.is_in], ARRAY[p_currency], ARRAY[cash.amount], ARRAY[1], p_date,
      p.document_type IS NOT NULL, ARRAY[p_posting]);
  ELSE
    PERFORM require_identified(p, cash.is_in, cash.amount, p_currency, p_date);
  END IF;
END $$;

-- Whether it could be posted for this person; nothing is kept.
CREATE OR REPLACE FUNCTION foresee_watch(who identity, p_lines posting_line[], p_presenter jsonb, p_currency text, p_date date)
RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  cash record := cash_of_lines(p_lines);
  p posting_presenters;
BEGIN
  IF cash.holder IS NULL THEN RETURN; END IF;
  IF p_presenter IS NULL THEN p.person_id := cash.holder; ELSE p := presenter_of(who, p_presenter); END IF;
  PERFORM require_identified(p, cash.is_in, cash.amount, p_currency, p_date);
END $$;

-- The person whose cash a posting was: whoever stood at the counter, or the holder.
CREATE OR REPLACE FUNCTION person_of_posting(p_posting uuid, p_holder uuid, OUT person_id uuid, OUT shows_document boolean)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  SELECT coalesce(l.customer_id, p.person_id), p.document_type IS NOT NULL INTO person_id, shows_document
    FROM posting_presenters p LEFT JOIN presenter_links l ON l.person_id = p.person_id WHERE p.transaction_id = p_posting;
  IF NOT FOUND THEN
    person_id := p_holder;
    shows_document := false;
  END IF;
END $$;

-- Counts a posting that a second person has approved.
CREATE OR REPLACE FUNCTION watch_approved(pending transactions, p_lines posting_line[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  cash record := cash_of_lines(p_lines);
  person record := person_of_posting(pending.id, cash.holder);
BEGIN
  IF cash.holder IS NULL THEN RETURN; END IF;
  PERFORM count_cash_of_people(ARRAY[person.person_id], ARRAY[cash.is_in], ARRAY[pending.currency::text], ARRAY[cash.amount], ARRAY[1],
    pending.business_date, person.shows_document, ARRAY[pending.id]);
END $$;

-- Takes the cash of a posting that is reversed out of its day again. `p_lines` are those of the reversal, in which cash goes the other way.
CREATE OR REPLACE FUNCTION unwatch_posting(p_posting uuid, p_lines posting_line[], p_currency text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE cash record := cash_of_lines(p_lines);
BEGIN
  IF cash.holder IS NULL THEN RETURN; END IF;
  UPDATE cash_sums SET total = total - cash.amount, postings = postings - 1
    WHERE person_id = (person_of_posting(p_posting, cash.holder)).person_id AND currency = p_currency AND is_in <> cash.is_in
      AND business_date = (SELECT business_date FROM transactions WHERE id = p_posting);
END $$;

-- Counts the cash of several postings that are written together, each its holder's. All of them are identified (lines-of-items.sql).
CREATE OR REPLACE FUNCTION watch_items(p_heads posting_receipt[], p_numbers int[], p_lines posting_line[], p_date date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE all_cash record;
BEGIN
  SELECT array_agg(person) AS people, array_agg(is_in) AS ins, array_agg(currency) AS currencies, array_agg(amount) AS amounts,
      array_agg(number) AS numbers, array_agg(cause) AS causes INTO all_cash
    FROM (SELECT cash.person, cash.is_in, cash.currency, sum(cash.amount) AS amount, count(*)::int AS number,
        (array_agg((p_heads[cash.item]).id))[1] AS cause
      FROM (SELECT l.item, (array_agg(l.customer_id ORDER BY l.k) FILTER (WHERE l.customer_id IS NOT NULL))[1] AS person,
          bool_or(l.side = 'DEBIT') FILTER (WHERE l.till_id IS NOT NULL) AS is_in, max(l.currency) AS currency,
          max(l.amount) FILTER (WHERE l.till_id IS NOT NULL) AS amount
        FROM unnest(p_numbers, p_lines) WITH ORDINALITY AS l (item, account_id, side, amount, actor, account_number, account_type,
          currency, branch_id, customer_id, till_id, debit_refusal, credit_refusal, label, holder, effect, drawn, sequence, ledger_after,
          available_after, charges, k)
        GROUP BY l.item) AS cash
      WHERE cash.person IS NOT NULL AND cash.amount IS NOT NULL GROUP BY cash.person, cash.is_in, cash.currency) AS each;
  IF all_cash.people IS NULL THEN RETURN; END IF;
  PERFORM count_cash_of_people(all_cash.people, all_cash.ins, all_cash.currencies, all_cash.amounts, all_cash.numbers, p_date, false,
    all_cash.causes);
END $$;
