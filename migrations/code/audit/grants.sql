-- Written by triggers and functions, and read by functions, alone.

GRANT EXECUTE ON FUNCTION read_audit(uuid, text, text, uuid, date, date, uuid, int), list_audit_filters(),
  openings_by_day(int), reading_counts() TO corex_app;
