-- set_up_branch() and installation() are called before anybody has signed in.

GRANT SELECT ON branches, business_days TO corex_app;
GRANT EXECUTE ON FUNCTION set_up_branch(text, text, number_format, text, int, text, text, text, text, bytea), installation(),
  open_branch_day(date), close_branch_day(), start_of_today() TO corex_app;
