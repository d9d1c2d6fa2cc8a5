-- Rules are for supervisors and administrators, and alerts for compliance, which the functions check.

GRANT EXECUTE ON FUNCTION list_cash_rules(text), propose_cash_rules(uuid, text, numeric, numeric, int, int, int, date),
  list_cash_alerts(boolean), read_cash_alert(uuid), decide_cash_alert(uuid, text, boolean, text), export_cash_report(uuid) TO corex_app;
