-- Written by triggers and functions alone.

GRANT SELECT ON audit_logs TO corex_app;
GRANT EXECUTE ON FUNCTION reading_counts() TO corex_app;
