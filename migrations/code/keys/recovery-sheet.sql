-- Puts a new recovery sheet in force, once its secret was read back from the paper; the one before is void from then on. Needs the
-- approval of a second person, except for the first one of a bank that has nobody for it yet.
CREATE OR REPLACE FUNCTION keep_recovery_sheet(p_approval uuid, p_wrapped_key bytea) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity := require_maker('ADMIN');
  next_ int;
BEGIN
  PERFORM require_key_in_use(generation_of(p_wrapped_key), check_of(p_wrapped_key));
  PERFORM FROM vault_generations ORDER BY generation LIMIT 1 FOR UPDATE; -- one sheet after the other
  IF p_approval IS NOT NULL THEN PERFORM require_approved_change(p_approval, 'KEY_SHEET');
  ELSIF NOT may_make_first_sheet() THEN PERFORM refuse('KEY_CHANGE_NOT_APPROVED');
  END IF;
  UPDATE recovery_sheets SET wrapped_key = NULL, voided_at = clock_timestamp() WHERE voided_at IS NULL;
  SELECT coalesce(max(number), 0) + 1 INTO next_ FROM recovery_sheets;
  INSERT INTO recovery_sheets (number, wrapped_key, approval_id, made_by) VALUES (next_, p_wrapped_key, p_approval, who.user_id);
  RETURN next_;
END $$;

-- Whether one person alone makes a sheet: there never was one, and no branch ever had a second person with power.
CREATE OR REPLACE FUNCTION may_make_first_sheet() RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM recovery_sheets) AND NOT EXISTS (SELECT FROM branches WHERE second_person IS NOT NULL) $$;
