-- Functions of earlier releases whose arguments have changed: their old form would stay beside the new one.
DROP FUNCTION IF EXISTS journal_rows(uuid, date, date), journal_legs(uuid, date, date);
