-- Asked by every workstation before anybody has signed in.

GRANT EXECUTE ON FUNCTION schema_version(), database_clock() TO corex_app;
