-- Policies call the first three as the workstation's login.

GRANT EXECUTE ON FUNCTION current_user_id(), current_user_role(), current_branch_id() TO corex_app;
GRANT EXECUTE ON FUNCTION sign_in(text, text), sign_out(), note_lock() TO corex_app;
