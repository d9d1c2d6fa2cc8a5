-- Debits equal credits in every transaction, in its currency, and those of a person for themselves: checked over the rows that one
-- statement wrote, by any user. What the system derives never stands under a person, and a person's posting has a leg of the person's
-- own. Nothing is of an account or a transaction that is not there: neither is ever deleted. Nothing new is without its cause, or of a
-- branch that is not there, or dated on a closed day, or counts from a closed month; what the owner loads of earlier times is not asked
-- for the last two, and refused in a year that is sealed. No amount is zero, negative or no number, and each date is one of the calendar.
-- One transaction is added up leg by leg, which is half the work of the query for many. Without scans of whole tables: a plan that was
-- made while a table was small would be kept for a day's entries.
CREATE OR REPLACE FUNCTION check_entries_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_seqscan = off AS $$
DECLARE plain boolean;
BEGIN
  -- Two legs of a posting of a person, on the till and an account of a customer, as most are.
  SELECT true INTO plain FROM written d JOIN written c ON c.transaction_id = d.transaction_id JOIN transactions t ON t.id = d.transaction_id
    WHERE (SELECT count(*) FROM written) = 2 AND d.entry_type = 'DEBIT' AND c.entry_type = 'CREDIT' AND d.amount = c.amount
      AND d.amount > 0 AND d.amount < 'NaN' AND d.actor = 'PERSON' AND c.actor = 'PERSON' AND t.actor = 'PERSON'
      AND t.cause_type <> 'UNRECORDED' AND d.value_date = d.business_date AND c.business_date = d.business_date
      AND c.value_date = d.business_date
      AND (SELECT currency = t.currency AND account_type IN ('TELLER_CASH', 'SAVINGS', 'CURRENT') FROM accounts WHERE id = d.account_id)
      AND (SELECT currency = t.currency AND account_type IN ('TELLER_CASH', 'SAVINGS', 'CURRENT') FROM accounts WHERE id = c.account_id)
      AND (SELECT closed_at IS NULL FROM business_days WHERE branch_id = t.branch_id AND business_date = d.business_date
        AND withdrawn_at IS NULL)
      AND (SELECT max(month) + interval '1 month' <= d.business_date FROM closed_months) IS NOT FALSE;
  IF plain THEN RETURN NULL; END IF;
  DECLARE
    leg record;
    one record;
    many boolean := false;
    sum_of_all numeric := 0;
    sum_of_person numeric := 0;
    any_person boolean := false;
    unsound boolean := false;
    unknown boolean := false;
    unbalanced boolean := false;
    misattributed boolean := false;
    on_closed_day boolean := false;
    in_closed_month boolean := false;
    open_from date := (SELECT max(month) + interval '1 month' FROM closed_months);
    sealed_before date := (SELECT max(period) + interval '1 year' FROM archive_seals WHERE kind = 'LEDGER');
  BEGIN
    FOR leg IN SELECT w.transaction_id AS id, CASE w.entry_type WHEN 'DEBIT' THEN w.amount ELSE -w.amount END AS signed,
          w.actor, w.actor = 'PERSON' AND kind.derived AS derived, a.currency, w.business_date, w.value_date,
          w.amount > 0 AND w.amount < 'NaN' AND w.business_date BETWEEN '0001-01-01' AND '9999-12-31'
            AND w.value_date BETWEEN '0001-01-01' AND '9999-12-31' AS sound, a.id IS NULL AS unknown
        FROM written w LEFT JOIN accounts a ON a.id = w.account_id LEFT JOIN account_kinds kind ON kind.account_type = a.account_type LOOP
      IF one IS NULL THEN
        SELECT t.id, t.currency, t.actor = 'PERSON' AS by_person, t.cause_type = 'UNRECORDED' OR b.id IS NULL AS lacks_origin,
            d.closed_at IS NOT NULL AS is_closed, leg.business_date INTO one
          FROM transactions t LEFT JOIN branches b ON b.id = t.branch_id
            LEFT JOIN business_days d ON d.branch_id = t.branch_id AND d.business_date = leg.business_date AND d.withdrawn_at IS NULL
          WHERE t.id = leg.id;
        unknown := unknown OR NOT FOUND;
      END IF;
      unknown := unknown OR leg.unknown;
      many := leg.id <> one.id OR leg.business_date <> one.business_date;
      EXIT WHEN many;
      sum_of_all := sum_of_all + leg.signed;
      IF leg.actor = 'PERSON' THEN
        sum_of_person := sum_of_person + leg.signed;
        any_person := true;
      END IF;
      unsound := unsound OR NOT leg.sound;
      unbalanced := unbalanced OR leg.currency <> one.currency;
      misattributed := misattributed OR leg.derived OR one.lacks_origin;
      on_closed_day := on_closed_day OR leg.actor <> 'MIGRATION' AND one.is_closed OR leg.business_date < sealed_before;
      in_closed_month := in_closed_month OR leg.actor <> 'MIGRATION' AND leg.value_date < open_from;
    END LOOP;
    IF many THEN
      SELECT bool_or(of_all <> 0 OR of_person <> 0 OR t.currency <> ANY (currencies)),
          bool_or(has_derived OR has_person <> (t.actor = 'PERSON') OR t.cause_type = 'UNRECORDED' OR b.id IS NULL),
          bool_or(is_new AND d.closed_at IS NOT NULL OR first_date < sealed_before), bool_or(is_before), bool_or(is_unsound),
          bool_or(is_unknown OR t.id IS NULL)
        INTO unbalanced, misattributed, on_closed_day, in_closed_month, unsound, unknown
        FROM (SELECT w.transaction_id, sum(l.signed) AS of_all, coalesce(sum(l.signed) FILTER (WHERE w.actor = 'PERSON'), 0) AS of_person,
            ARRAY[min(a.currency), max(a.currency)] AS currencies, min(w.business_date) AS first_date, max(w.business_date) AS last_date,
            bool_or(w.actor = 'PERSON' AND kind.derived) AS has_derived, bool_or(w.actor = 'PERSON') AS has_person,
            bool_or(w.actor <> 'MIGRATION') AS is_new, bool_or(w.actor <> 'MIGRATION' AND w.value_date < open_from) AS is_before,
            bool_or(NOT (w.amount > 0 AND w.amount < 'NaN' AND w.business_date BETWEEN '0001-01-01' AND '9999-12-31'
              AND w.value_date BETWEEN '0001-01-01' AND '9999-12-31')) AS is_unsound, bool_or(a.currency IS NULL) AS is_unknown
          FROM written w CROSS JOIN LATERAL (SELECT CASE w.entry_type WHEN 'DEBIT' THEN w.amount ELSE -w.amount END AS signed) AS l
            LEFT JOIN LATERAL (SELECT account_type, currency FROM accounts WHERE id = w.account_id OFFSET 0) AS a ON true
            LEFT JOIN (SELECT account_type, derived FROM account_kinds OFFSET 0) AS kind ON kind.account_type = a.account_type
          GROUP BY w.transaction_id) AS each
          LEFT JOIN LATERAL (SELECT * FROM transactions WHERE id = each.transaction_id OFFSET 0) AS t ON true
          LEFT JOIN branches b ON b.id = t.branch_id
          LEFT JOIN business_days d ON d.branch_id = t.branch_id AND d.business_date BETWEEN first_date AND last_date
            AND d.withdrawn_at IS NULL;
    ELSIF one IS NOT NULL THEN
      unbalanced := unbalanced OR sum_of_all <> 0 OR sum_of_person <> 0;
      misattributed := misattributed OR any_person <> one.by_person;
    END IF;
    IF unknown THEN
      RAISE foreign_key_violation USING CONSTRAINT = 'entries_known', TABLE = 'entries',
        MESSAGE = 'An entry of an account or a transaction that is not there';
    END IF;
    IF unsound THEN
      RAISE check_violation USING CONSTRAINT = 'entries_sound', TABLE = 'entries', MESSAGE = 'An amount or a date that no entry has';
    END IF;
    IF unbalanced THEN PERFORM refuse('ENTRIES_UNBALANCED'); END IF;
    IF misattributed THEN PERFORM refuse('DERIVED_UNDER_PERSON'); END IF;
    IF on_closed_day THEN PERFORM refuse('BRANCH_DAY_CLOSED'); END IF;
    IF in_closed_month THEN PERFORM refuse('MONTH_CLOSED', jsonb_build_object('until', open_from - 1)); END IF;
  END;
  RETURN NULL;
END $$;
