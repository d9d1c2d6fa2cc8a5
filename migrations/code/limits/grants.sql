-- For supervisors and administrators, which the functions check; auditors see them.

GRANT EXECUTE ON FUNCTION list_posting_limits(text), propose_reversal_limit(uuid, user_role, text, numeric, numeric, date, date),
  propose_posting_limit(uuid, user_role, transaction_type, text, numeric, numeric, numeric, date, date) TO corex_app;
