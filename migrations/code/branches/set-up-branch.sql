-- The first run: a branch with its internal accounts, tills and open day, and the first administrator. Only while
-- there is no user at all; the lock makes two wizards on two workstations run one after the other. Nobody comes to the lock later: whoever
-- waits for it keeps all changes of users waiting.
CREATE OR REPLACE FUNCTION set_up_branch(p_name text, p_currency text, p_number_format number_format, p_weekend smallint[],
  p_time_zone text, p_tills int, p_username text, p_full_name text, p_email text, p_hash text, p_wrapped_key bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  branch uuid := uuidv7();
  admin uuid := uuidv7();
BEGIN
  IF NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = p_time_zone) THEN PERFORM refuse('TIME_ZONE_UNKNOWN'); END IF;
  IF EXISTS (SELECT FROM users) THEN PERFORM refuse('ALREADY_SET_UP'); END IF;
  LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM users) THEN PERFORM refuse('ALREADY_SET_UP'); END IF;
  IF NOT EXISTS (SELECT FROM currencies WHERE code = p_currency) THEN PERFORM refuse('CURRENCY_NOT_SUPPORTED'); END IF;
  INSERT INTO branches (id, name, currency, number_format, weekend, time_zone)
    VALUES (branch, p_name, p_currency, p_number_format, p_weekend, p_time_zone);
  INSERT INTO users (id, username, full_name, email, password_hash, must_change_password, role, branch_id)
    VALUES (admin, p_username, p_full_name, p_email, p_hash, false, 'ADMIN', branch);
  INSERT INTO user_keys (user_id, wrapped_key) VALUES (admin, p_wrapped_key);
  PERFORM fit_out_branch(branch, p_tills, date_in(p_time_zone), admin);
END $$;
