-- What is sealed is read, compared and noted by functions.

GRANT EXECUTE ON FUNCTION list_archives(), seal_archive(text, date, int), propose_audit_detach(uuid, uuid), attach_audit_month(uuid),
  begin_audit_return(uuid), add_audit_lines(uuid, text[]), finish_audit_return(uuid, bytea, bigint, text), drop_audit_return(uuid),
  archived_audit_months(date, date), read_archive(uuid), read_archive_lines(uuid, uuid, int),
  look_into_archive(uuid), check_archive(uuid, timestamptz, int), note_archive_file(uuid, text, bytea, bigint, text) TO corex_app;
