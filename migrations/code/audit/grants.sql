-- Written by triggers and functions alone.

GRANT SELECT ON audit_logs TO corex_app;
