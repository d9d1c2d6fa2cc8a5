-- Proposing is granted with what is proposed, in its own area.

GRANT EXECUTE ON FUNCTION read_approval(uuid), list_approvals(boolean, int), approve(uuid, bytea),
  approve_with_password(uuid, bytea, text, bytea), decline(uuid, text), withdraw(uuid), count_cash(uuid, numeric),
  approve_for_reason(uuid, bytea, text), begin_override(uuid, text, text, text, bytea), decide_beside(uuid, bytea, text, text) TO corex_app;
