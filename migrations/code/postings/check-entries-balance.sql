-- Debits equal credits in every transaction, those of a person and those that the system derived each for themselves: checked over the
-- rows that one statement wrote, by any user. What the system derives never stands under a person, and a person's posting has a leg
-- of the person's own. Nothing new is without its cause.
CREATE OR REPLACE FUNCTION check_entries_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM written JOIN accounts a ON a.id = written.account_id GROUP BY written.transaction_id, a.currency, written.actor
    HAVING sum(CASE entry_type WHEN 'DEBIT' THEN amount ELSE -amount END) <> 0) THEN
    PERFORM refuse('ENTRIES_UNBALANCED');
  END IF;
  IF EXISTS (
    SELECT FROM written JOIN accounts a ON a.id = written.account_id JOIN account_kinds kind ON kind.account_type = a.account_type
      JOIN transactions t ON t.id = written.transaction_id
    GROUP BY t.id HAVING bool_or(written.actor = 'PERSON' AND kind.derived) OR bool_or(written.actor = 'PERSON') <> (t.actor = 'PERSON')
      OR t.cause_type = 'UNRECORDED') THEN
    PERFORM refuse('DERIVED_UNDER_PERSON');
  END IF;
  RETURN NULL;
END $$;
