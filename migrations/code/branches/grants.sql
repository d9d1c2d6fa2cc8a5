-- set_up_branch() and installation() are called before anybody has signed in.

GRANT SELECT ON branches, business_days TO corex_app;
GRANT EXECUTE ON FUNCTION set_up_branch(text, text, number_format, smallint[], text, int, text, text, text, text, bytea),
  installation(),
  change_branch(number_format, smallint[]),
  open_branch_day(date), close_branch_day(), prepare_day_close(text, int), read_day_jobs(boolean), propose_day_withdrawal(date, text),
  confirm_day_withdrawal(uuid), drop_day_withdrawal(uuid), list_day_withdrawals(), read_branch_day(date), list_branch_days(date, int),
  read_day_proof(date), read_month(date), close_month(date), export_day_proof(date, text), preview_day_proof(date),
  local_date(), start_of_today() TO corex_app;
GRANT EXECUTE ON FUNCTION propose_count_tolerance(uuid, numeric), list_branches(),
  propose_branch(uuid, text, text, text, text, int), propose_branch_change(uuid, uuid, text, text, text),
  propose_branch_closing(uuid, uuid) TO corex_app;
