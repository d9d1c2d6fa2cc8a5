-- By column: nobody can read a password's hash.

GRANT SELECT (id, username, full_name, email, must_change_password, role, status, branch_id, created_at) ON users TO corex_app;
GRANT EXECUTE ON FUNCTION begin_password_change(text), list_users(), code_roles(), propose_code_roles(uuid, user_role[]), unlock_user(uuid),
  update_user(uuid, text, text, user_role) TO corex_app;
GRANT EXECUTE ON FUNCTION set_own_password(text, text, bytea), change_own_password(text, text, bytea), require_good_password(text, text[]),
  create_user(uuid, text, text, text, user_role, text, bytea),
  set_user_status(uuid, party_status), reset_password(uuid, text, bytea),
  propose_user_change(uuid, text, uuid, jsonb, text), staff_changes(date, date), export_staff_changes(date, date), access_review(),
  export_access_review(), propose_user_branch(uuid, uuid, uuid, date) TO corex_app;
