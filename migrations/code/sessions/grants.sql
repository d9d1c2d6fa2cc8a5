-- Policies call the first three as the workstation's login.

GRANT EXECUTE ON FUNCTION current_user_id(), current_user_role(), current_branch_id() TO corex_app;
GRANT EXECUTE ON FUNCTION begin_sign_in(text, text), finish_sign_in(text), sign_out(), session_end(), note_lock() TO corex_app;
GRANT EXECUTE ON FUNCTION begin_code(text, bytea), finish_code(text), begin_factor(text, bytea), confirm_factor(text, bytea),
  own_factor(), step_up(), note_use(), own_sessions(), end_sessions(uuid) TO corex_app;
