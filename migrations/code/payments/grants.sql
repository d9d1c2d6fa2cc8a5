-- For tellers and supervisors, which the functions check; auditors read.

GRANT EXECUTE ON FUNCTION payment_source(uuid), check_payments(uuid, bytea, text, text[], text[], numeric[]),
  begin_payments(uuid, uuid, text, text, bytea, text, text, int, numeric, jsonb), advance_payments(uuid, int), cancel_payments(uuid),
  list_payments(), read_payments(uuid) TO corex_app;
