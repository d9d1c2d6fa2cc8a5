-- Tills and who held them are read as tables, with what is in them and what was counted by functions; all changes are functions.

GRANT SELECT ON tills TO corex_app;
GRANT SELECT (id, till_id, user_id, business_day_id, opening_float, opened_at, closed_by, closed_at) ON till_sessions TO corex_app;
GRANT EXECUTE ON FUNCTION list_tills(), held_till(), add_till(uuid, text), open_till(uuid, uuid, numeric),
  close_till(uuid, numeric, uuid), propose_till_cash(uuid, text, numeric), read_closing(uuid) TO corex_app;
