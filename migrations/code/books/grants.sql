-- The books are read by functions.

GRANT EXECUTE ON FUNCTION export_journal(text, date, date, int) TO corex_app;
