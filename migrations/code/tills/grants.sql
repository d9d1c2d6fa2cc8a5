-- Tills are read as tables and changed by functions.

GRANT SELECT ON tills, till_sessions TO corex_app;
GRANT EXECUTE ON FUNCTION add_till(uuid, text), open_till(uuid, uuid, numeric), close_till(uuid, numeric, uuid) TO corex_app;
