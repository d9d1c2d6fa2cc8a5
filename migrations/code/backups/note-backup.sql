-- Backups are made by the program beside the server and kept in files of the workstation; what people decide about them stands in the audit
-- log. The folder and the days are its facts, never a word of the recovery sheet.

-- Where backups go from now on, and for how many days any second can be restored; without a folder there are none.
CREATE OR REPLACE FUNCTION note_backup_choice(p_folder text, p_days int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('ADMIN');
BEGIN
  PERFORM write_audit(who.user_id, 'BACKUPS_CHOSEN', 'branches', who.branch_id,
    jsonb_build_object('folder', clean_text(p_folder), 'days', p_days));
END $$;

-- The valid recovery sheet, whose words an administrator is about to type: only they open what this answers.
CREATE OR REPLACE FUNCTION valid_sheet() RETURNS TABLE (number int, wrapped_key bytea) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM require_identity('ADMIN');
  RETURN QUERY SELECT s.number, s.wrapped_key FROM recovery_sheets s WHERE s.voided_at IS NULL;
END $$;

-- Its words were typed from the paper and opened it.
CREATE OR REPLACE FUNCTION note_sheet_checked(p_number int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('ADMIN');
BEGIN
  PERFORM write_audit(who.user_id, 'SHEET_CHECKED', 'branches', who.branch_id, jsonb_build_object('sheet', p_number));
END $$;
