-- For release 0300-code, which knows an entry by one key. Goes with it.

CREATE OR REPLACE FUNCTION read_ledger_entries(p_code text, p_currency text, p_date date, p_by_value boolean, p_after uuid, p_limit int)
RETURNS SETOF jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE after entries;
BEGIN
  PERFORM require_identity('SUPERVISOR', 'AUDITOR');
  IF p_after IS NOT NULL THEN
    SELECT e.* INTO after FROM entries_dated(p_date, p_by_value) AS d JOIN entries e USING (account_id, sequence)
      WHERE entry_key(e.account_id, e.sequence, e.id) = p_after;
    IF NOT FOUND THEN RETURN; END IF;
  END IF;
  RETURN QUERY SELECT line || jsonb_build_object('entryId', entry_key(e.account_id, e.sequence, e.id))
    FROM read_ledger_entries(p_code, p_currency, p_date, p_by_value, after.account_id, after.sequence, p_limit) AS line
    JOIN entries e ON e.account_id = split_part(line ->> 'entryId', '/', 1)::uuid
      AND e.sequence = split_part(line ->> 'entryId', '/', 2)::bigint;
END $$;
