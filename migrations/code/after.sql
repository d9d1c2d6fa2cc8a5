-- Applied after everything else in code/.

SELECT ensure_audit_partitions();

SET LOCAL check_function_bodies = DEFAULT;
SET LOCAL client_min_messages = DEFAULT;
