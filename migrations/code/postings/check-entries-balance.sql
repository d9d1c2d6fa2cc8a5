-- Debits equal credits in every transaction, in its currency, and those of a person for themselves: checked over the rows that one
-- statement wrote, by any user. What the system derives never stands under a person, and a person's posting has a leg of the person's
-- own. Nothing new is without its cause, or of a branch that is not there. Without scans of whole tables: a plan that was made while a
-- table was small would be kept for a day's entries.
CREATE OR REPLACE FUNCTION check_entries_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET enable_seqscan = off AS $$
DECLARE
  unbalanced boolean;
  misattributed boolean;
BEGIN
  SELECT bool_or(of_all <> 0 OR of_person <> 0 OR is_mixed), bool_or(has_derived OR has_person <> by_person OR lacks_origin)
    INTO unbalanced, misattributed
    FROM (SELECT sum(l.signed) AS of_all, coalesce(sum(l.signed) FILTER (WHERE w.actor = 'PERSON'), 0) AS of_person,
        bool_or(a.currency <> t.currency) AS is_mixed,
        bool_or(w.actor = 'PERSON' AND kind.derived) AS has_derived, bool_or(w.actor = 'PERSON') AS has_person,
        bool_or(t.actor = 'PERSON') AS by_person, bool_or(t.cause_type = 'UNRECORDED' OR b.id IS NULL) AS lacks_origin
      FROM written w CROSS JOIN LATERAL (SELECT CASE w.entry_type WHEN 'DEBIT' THEN w.amount ELSE -w.amount END AS signed) AS l
        JOIN accounts a ON a.id = w.account_id JOIN account_kinds kind ON kind.account_type = a.account_type
        JOIN transactions t ON t.id = w.transaction_id LEFT JOIN branches b ON b.id = t.branch_id
      GROUP BY w.transaction_id) AS each;
  IF unbalanced THEN PERFORM refuse('ENTRIES_UNBALANCED'); END IF;
  IF misattributed THEN PERFORM refuse('DERIVED_UNDER_PERSON'); END IF;
  RETURN NULL;
END $$;
