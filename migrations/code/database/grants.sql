-- Asked by every workstation before anybody has signed in.

GRANT EXECUTE ON FUNCTION schema_version() TO corex_app;
