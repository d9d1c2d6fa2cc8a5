-- Debits equal credits in every transaction: checked over the rows that one statement wrote, by any user.
CREATE OR REPLACE FUNCTION check_entries_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM written JOIN accounts a ON a.id = written.account_id GROUP BY written.transaction_id, a.currency
    HAVING sum(CASE entry_type WHEN 'DEBIT' THEN amount ELSE -amount END) <> 0) THEN
    PERFORM refuse('ENTRIES_UNBALANCED');
  END IF;
  RETURN NULL;
END $$;
