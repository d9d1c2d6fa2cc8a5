-- Makes a user with a temporary password. Sent twice, it makes one user; the password sent last is the valid one. A user with power needs
-- a second person (propose-user-change.sql), except for the first one of a branch, which is on record as such.
CREATE OR REPLACE FUNCTION create_user(p_id uuid, p_username text, p_full_name text, p_email text, p_role user_role, p_hash text,
  p_wrapped_key bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('ADMIN');
BEGIN
  PERFORM require_fresh_code(who);
  IF has_power(p_role) THEN
    IF NOT is_first_second_person(who, p_id) THEN PERFORM refuse('SECOND_PERSON_NEEDED'); END IF;
    PERFORM write_audit(who.user_id, 'FIRST_SECOND_PERSON', 'users', p_id, jsonb_build_object('role', p_role, 'username', p_username));
  END IF;
  INSERT INTO users (id, username, full_name, email, role, password_hash, branch_id)
    VALUES (p_id, p_username, p_full_name, p_email, p_role, p_hash, who.branch_id) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN
    IF NOT EXISTS (SELECT FROM users WHERE id = p_id AND username = p_username AND full_name = p_full_name AND email = p_email
        AND role = p_role AND must_change_password AND branch_id = who.branch_id AND id <> who.user_id) THEN
      PERFORM refuse('KEY_REUSED');
    END IF;
    PERFORM give_temporary_password(p_id, p_hash, p_wrapped_key);
    RETURN;
  END IF;
  INSERT INTO user_keys (user_id, wrapped_key) VALUES (p_id, p_wrapped_key);
END $$;
