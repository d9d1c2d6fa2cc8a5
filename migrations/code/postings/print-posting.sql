-- A posting on paper: for printing, and for looking at what would be printed. Both read the same; only the first is on record as printed.

-- It is a copy when the log knows that it was printed before as it stands, by whomever: the slip of a posting that waited is no receipt.
-- Which copy it is, is on record each time. `holders`: whose each account is, because two people may have one name.
CREATE OR REPLACE FUNCTION posting_on_paper(who identity, p_id uuid, p_action text)
RETURNS TABLE (receipt posting_receipt, is_copy boolean, holders jsonb) LANGUAGE plpgsql VOLATILE ROWS 1
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  stands text;
  printed int;
BEGIN
  SELECT status INTO stands FROM transactions WHERE id = p_id;
  -- Prints under earlier releases do not say how it stood.
  SELECT count(*) INTO printed FROM whole_audit_log WHERE resource_id = p_id AND resource_type = 'transactions' AND action = 'EXPORTED'
    AND coalesce(details ->> 'status', 'COMPLETED') = stands;
  RETURN QUERY SELECT opened, printed > 0, coalesce((SELECT jsonb_object_agg(a.id, a.customer_id) FROM accounts a
      WHERE a.id IN (SELECT (leg ->> 'accountId')::uuid FROM jsonb_array_elements(opened.legs) AS leg)), '{}')
    FROM opened_posting(who, p_id, p_action, CASE p_action WHEN 'EXPORTED'
      THEN jsonb_strip_nulls(jsonb_build_object('status', stands, 'copy', nullif(printed, 0))) ELSE '{}' END) AS opened;
END $$;

-- For printing it.
CREATE OR REPLACE FUNCTION export_posting(p_id uuid) RETURNS TABLE (receipt posting_receipt, is_copy boolean, holders jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_identity('TELLER', 'SUPERVISOR', 'AUDITOR');
BEGIN
  PERFORM lock_prints(p_id);
  RETURN QUERY SELECT * FROM posting_on_paper(who, p_id, 'EXPORTED');
END $$;

-- As it would be printed now: a copy exactly where the next print is one. It was looked at, and not printed.
CREATE OR REPLACE FUNCTION preview_posting(p_id uuid) RETURNS TABLE (receipt posting_receipt, is_copy boolean, holders jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT * FROM posting_on_paper(require_identity('TELLER', 'SUPERVISOR', 'AUDITOR'), p_id, 'VIEWED');
END $$;
