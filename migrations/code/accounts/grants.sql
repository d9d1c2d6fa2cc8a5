-- Accounts are read and changed by functions, one account a call.

GRANT SELECT ON account_kinds TO corex_app;
GRANT EXECUTE ON FUNCTION open_account(uuid, uuid, account_type, text, numeric, uuid), freeze_account(uuid, text),
  unfreeze_account(uuid, text), close_account(uuid, text), hold_funds(uuid, uuid, numeric, text, date),
  release_funds(uuid, text), list_holds(uuid), propose_reactivation(uuid, uuid, text, text),
  settle_interest(uuid), release_minimum(uuid), read_account_closing(uuid),
  propose_limit(uuid, uuid, numeric), find_account(text), list_accounts(uuid),
  read_balance_on(uuid, date), read_passbook(uuid), issue_passbook(uuid, uuid, text), end_passbook(uuid, text),
  begin_passbook_print(uuid, int, boolean), finish_passbook_print(uuid, text), say_passbook_line(uuid, int),
  read_statement(uuid, bigint, int, date, date, text), export_statement(uuid, text, date, date, int),
  preview_statement(uuid, date, date, int) TO corex_app;
