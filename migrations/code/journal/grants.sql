-- The journal is read by functions.

GRANT EXECUTE ON FUNCTION read_journal(jsonb, uuid, int), journal_totals(jsonb, int), list_till_sessions(uuid, int),
  posting_trail(uuid) TO corex_app;
