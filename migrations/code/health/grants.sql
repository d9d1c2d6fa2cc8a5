-- The state of the server without anybody's being signed in; the rest for those whom the function lets.

GRANT EXECUTE ON FUNCTION server_health(), read_health() TO corex_app;
