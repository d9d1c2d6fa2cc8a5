-- Makes a user with a temporary password. Sent twice, it makes one user; the password sent last is the valid one.
CREATE OR REPLACE FUNCTION create_user(p_id uuid, p_username text, p_full_name text, p_email text, p_role user_role, p_hash text,
  p_wrapped_key bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('ADMIN');
BEGIN
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
