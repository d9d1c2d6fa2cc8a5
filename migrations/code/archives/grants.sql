-- What is sealed is read, compared and noted by functions.

GRANT EXECUTE ON FUNCTION list_archives(), seal_archive(text, date, int), propose_audit_detach(uuid, uuid), attach_audit_month(uuid),
  archived_audit_months(date, date), read_archive(uuid), read_archive_lines(uuid, uuid, int),
  look_into_archive(uuid), check_archive(uuid, timestamptz, int), note_archive_file(uuid, text, bytea, bigint, text) TO corex_app;
