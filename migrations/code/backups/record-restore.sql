-- Says in the books that they were restored, once for each branch. Granted to nobody: whoever restores runs it, as the server's
-- administrator.
CREATE OR REPLACE FUNCTION record_restore(p_wanted timestamptz, p_reached timestamptz, p_timeline int, p_operator text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE branch branches;
BEGIN
  FOR branch IN SELECT * FROM branches ORDER BY id LOOP
    PERFORM acting_as('RECOVERY', 'ACCESS', branch.id);
    PERFORM write_audit(NULL, 'BANK_RESTORED', 'branches', branch.id, jsonb_build_object('wanted', p_wanted, 'reached', p_reached,
      'timeline', p_timeline, 'operator', clean_text(p_operator)));
  END LOOP;
END $$;

-- Says in the books that the whole database was written into an export, and that they were moved to another server by one, once for each
-- branch. Granted to nobody likewise.
CREATE OR REPLACE FUNCTION record_export(p_folder text, p_operator text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE branch branches;
BEGIN
  FOR branch IN SELECT * FROM branches ORDER BY id LOOP
    PERFORM acting_as('RECOVERY', 'ACCESS', branch.id);
    PERFORM write_audit(NULL, 'BANK_EXPORTED', 'branches', branch.id, jsonb_build_object('folder', clean_text(p_folder),
      'operator', clean_text(p_operator)));
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION record_move(p_exported timestamptz, p_from text, p_to text, p_operator text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE branch branches;
BEGIN
  FOR branch IN SELECT * FROM branches ORDER BY id LOOP
    PERFORM acting_as('RECOVERY', 'ACCESS', branch.id);
    PERFORM write_audit(NULL, 'BANK_MOVED', 'branches', branch.id, jsonb_build_object('exported', p_exported, 'from', clean_text(p_from),
      'to', clean_text(p_to), 'operator', clean_text(p_operator)));
  END LOOP;
END $$;
