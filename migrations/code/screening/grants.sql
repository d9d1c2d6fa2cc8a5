-- For supervisors, administrators and auditors, which the functions check.

GRANT EXECUTE ON FUNCTION begin_screening_list(uuid, text, text, bytea, text, int), add_listed_entries(uuid, jsonb),
  finish_screening_list(uuid), drop_screening_list(uuid),
  advance_screening(uuid, int), screen_portion(), list_screening_lists(), list_screening_cases(text),
  clear_screening_case(uuid, text, text), confirm_screening_case(uuid, text), check_listed_name(text, int) TO corex_app;
