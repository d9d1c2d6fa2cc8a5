-- Search as it is typed. LIKE is not leakproof, so under a policy it would read every row: this function reads as the owner,
-- with the role check that the policy would have made, and with a cap; what it hands out is counted. Prefixes first, then any part of the
-- name, then names that are spelt similarly (similar-names.sql).
-- Each probe has its index, but only for a text that the planner knows, and a full scan that it expects to end early is
-- what makes a teller wait: hence the two settings of the planner.
CREATE OR REPLACE FUNCTION search_customers(p_text text, p_limit int DEFAULT 20) RETURNS SETOF jsonb
LANGUAGE plpgsql SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, corex, ext, pg_temp
SET pg_trgm.word_similarity_threshold = 0.5 SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
DECLARE
  who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
  -- Digits of Arabic and Persian keyboards too; full-width ones are folded.
  typed text := translate(btrim(fold(p_text)), '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789');
  digits text := regexp_replace(typed, '[^0-9]', '', 'g');
  mail_address text := lower(clean_name(p_text));
  number text := CASE WHEN typed ~ '^c?[-[:space:]0-9]+$' AND digits <> '' THEN 'C-' || digits END;
  phone_prefixes text[] := phone_prefixes_of(typed);
  local_prefixes text[] := local_phone_prefixes_of(typed);
  -- The longest part first: it finds the fewest rows, and the trigram index needs three letters in a row.
  parts text[] := ARRAY(SELECT '%' || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%'
    FROM unnest(regexp_split_to_array(typed, '\s+')) AS part ORDER BY length(part) DESC);
  cap int := least(greatest(p_limit, 1), 50);
  found uuid[];
  n int;
BEGIN
  IF typed = '' THEN RETURN; END IF;
  found := ARRAY(
    (SELECT id FROM customers WHERE customer_number COLLATE "C" ^@ number ORDER BY customer_number COLLATE "C" LIMIT cap)
    UNION (SELECT id FROM customers WHERE phone COLLATE "C" ^@ phone_prefixes[1] ORDER BY phone COLLATE "C" LIMIT cap)
    UNION (SELECT id FROM customers WHERE phone COLLATE "C" ^@ phone_prefixes[2] ORDER BY phone COLLATE "C" LIMIT cap)
    UNION (SELECT id FROM customers WHERE phone_national ^@ local_prefixes[1] ORDER BY phone_national LIMIT cap)
    UNION (SELECT id FROM customers WHERE phone_national ^@ local_prefixes[2] ORDER BY phone_national LIMIT cap)
    UNION (SELECT id FROM customers WHERE email COLLATE "C" ^@ mail_address AND typed ~ '[@.]' ORDER BY email COLLATE "C" LIMIT cap)
    UNION (SELECT customer_id FROM kyc_documents
      WHERE number_key ^@ normalise_document_number(p_text) AND digits <> '' LIMIT cap)
    UNION (SELECT id FROM customers WHERE name_key ^@ typed ORDER BY name_key LIMIT cap)
    UNION (SELECT id FROM customers WHERE surname_key ^@ typed ORDER BY surname_key LIMIT cap));
  IF cardinality(found) < cap AND typed ~ '[[:alpha:]]{3}' AND typed !~ '[0-9@]' THEN
    found := found || ARRAY(SELECT id FROM customers
      WHERE name_key LIKE parts[1] AND name_key LIKE coalesce(parts[2], parts[1]) AND name_key LIKE ALL (parts) LIMIT cap);
  END IF;
  IF cardinality(found) = 0 AND typed ~ '[[:alpha:]]{2}' AND length(typed) >= 4 AND typed !~ '[0-9@]' THEN
    found := customers_spelt_like(typed, cap);
  END IF;
  RETURN QUERY SELECT customer_row(c) FROM customers c WHERE c.id = ANY (found) AND may_cross(who, 'CUSTOMER_READ', c.branch_id)
    ORDER BY (c.name_key ^@ typed OR c.surname_key ^@ typed) DESC, word_similarity(typed, c.name_key) DESC, c.name_key, c.id LIMIT cap;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM count_reads(who, n);
END $$;
