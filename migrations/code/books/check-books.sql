-- The whole books at once, by the same steps: entries, postings, currencies, balances and holds. No row means that they balance. Cash in a
-- till that nobody holds is no fault of the books, and is told by the checks that people ask for.
CREATE OR REPLACE FUNCTION check_books() RETURNS TABLE (fault text, subject text, detail text) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE progress book_check_progress := check_from_start(NULL);
BEGIN
  IF is_workstation() THEN PERFORM require_identity('SUPERVISOR', 'AUDITOR', 'ADMIN'); END IF;
  WHILE progress.phase <> 'TILLS' LOOP
    progress := check_next(progress);
    RETURN QUERY SELECT f ->> 'fault', f ->> 'subject', fault_detail(f) FROM jsonb_array_elements(progress.found) AS f;
  END LOOP;
END $$;

-- What was found, what it should be, and where it begins to differ.
CREATE OR REPLACE FUNCTION fault_detail(p_fault jsonb) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT concat_ws(', from ', concat_ws(', entries say ', p_fault ->> 'found', p_fault ->> 'expected'), p_fault ->> 'reference') $$;
