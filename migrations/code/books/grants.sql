-- The books are read by functions.

GRANT EXECUTE ON FUNCTION export_journal(text, date, date, int), read_chart(), read_trial_balance(date, boolean),
  read_general_ledger(text, text, date, date, boolean), read_ledger_entries(text, text, date, boolean, uuid, bigint, int),
  read_ledger_entries(text, text, date, boolean, uuid, int),
  check_books(), check_new_books(int), begin_book_check(uuid), continue_book_check(uuid), cancel_book_check(uuid),
  last_book_check(), read_suspense(date), propose_chart(uuid, jsonb), chart_names() TO corex_app;
