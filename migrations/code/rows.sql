-- Applied last, in a transaction of its own where people work meanwhile: rows that follow from the code.

SELECT ensure_audit_partitions();
SELECT collect_orphan_files();
SELECT make_branch_accounts();

-- Search keys follow from the code: rows that an older release wrote get those of this one. That is no change of a customer or document.
-- A number that is another person's in its new form stays as it was.
-- Looked for first, because nobody else writes on a table whose triggers rest.
DO $$
BEGIN
  IF EXISTS (SELECT FROM customers WHERE name_key <> fold(concat_ws(' ', first_name, last_name))) THEN
    ALTER TABLE customers DISABLE TRIGGER USER;
    UPDATE customers SET name_key = fold(concat_ws(' ', first_name, last_name)), surname_key = fold(concat_ws(' ', last_name, first_name))
      WHERE name_key <> fold(concat_ws(' ', first_name, last_name));
    ALTER TABLE customers ENABLE TRIGGER USER;
  END IF;
END $$;
INSERT INTO name_parts (part, near)
  SELECT p.part, near_spellings(p.part) FROM (SELECT DISTINCT unnest(parts_of_name(name_key)) COLLATE "C" AS part FROM customers) AS p
  WHERE NOT EXISTS (SELECT FROM name_parts k WHERE k.part = p.part);
DELETE FROM name_parts k
  WHERE NOT EXISTS (SELECT FROM customers WHERE string_to_array(translate(name_key, '-', ' '), ' ') && ARRAY[k.part::text]);
DO $$
BEGIN
  IF EXISTS (SELECT FROM kyc_documents
      WHERE number_key <> normalise_document_number(document_number) AND strpos(number_key, '*') = 0) THEN
    ALTER TABLE kyc_documents DISABLE TRIGGER USER;
    UPDATE kyc_documents d SET number_key = of_all.key
      FROM (SELECT id, key, min(customer_id::text) OVER same = max(customer_id::text) OVER same AS is_of_one_person
        FROM (SELECT *, normalise_document_number(document_number) AS key FROM kyc_documents) AS keyed
        WINDOW same AS (PARTITION BY document_type, issuing_country, key)) AS of_all
      WHERE of_all.id = d.id AND is_of_one_person AND key <> '' AND d.number_key <> key AND strpos(d.number_key, '*') = 0;
    ALTER TABLE kyc_documents ENABLE TRIGGER USER;
  END IF;
END $$;
