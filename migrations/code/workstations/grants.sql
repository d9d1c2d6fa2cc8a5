-- What an administrator does, which the functions check, and what a workstation does by itself. The redeem login has the two calls of an
-- enrolment and nothing else in this database.

GRANT EXECUTE ON FUNCTION propose_workstation_code(uuid, text, int, bytea, uuid), revoke_workstation(uuid), cancel_workstation_code(uuid),
  end_closed_connections(), list_workstations(), note_visit(text), rotate_password(text) TO corex_app;
GRANT EXECUTE ON FUNCTION begin_enrolment(text, text, text), finish_enrolment(text, text) TO corex_redeem;
