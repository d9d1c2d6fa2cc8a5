-- Functions of earlier releases whose arguments have changed: their old form would stay beside the new one.
DROP FUNCTION IF EXISTS read_ledger_entries(text, text, date, boolean, uuid, int); -- after an entry's own id: until 0.3
DROP FUNCTION IF EXISTS journal_rows(uuid, date, date), journal_legs(uuid, date, date);
