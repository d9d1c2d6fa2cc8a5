-- Applied after everything else in code/.

SELECT ensure_audit_partitions();
SELECT collect_orphan_files();

-- Search keys follow from the code: rows that an older release wrote get those of this one. That is no change of a customer.
ALTER TABLE customers DISABLE TRIGGER USER;
UPDATE customers SET name_key = fold(concat_ws(' ', first_name, last_name)), surname_key = fold(concat_ws(' ', last_name, first_name))
  WHERE name_key <> fold(concat_ws(' ', first_name, last_name));
ALTER TABLE customers ENABLE TRIGGER USER;

SET LOCAL check_function_bodies = DEFAULT;
SET LOCAL client_min_messages = DEFAULT;
