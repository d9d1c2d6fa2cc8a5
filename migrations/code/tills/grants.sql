-- Tills and who held them are read as tables, with what is in them by functions; all changes are functions.

GRANT SELECT ON tills, till_sessions TO corex_app;
GRANT EXECUTE ON FUNCTION list_tills(), held_till(), add_till(uuid, text), open_till(uuid, uuid, numeric),
  close_till(uuid, numeric, uuid) TO corex_app;
