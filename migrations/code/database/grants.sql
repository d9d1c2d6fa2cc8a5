-- Asked by every workstation before anybody has signed in.

GRANT EXECUTE ON FUNCTION schema_version(), schema_mark(), database_clock() TO corex_app;
