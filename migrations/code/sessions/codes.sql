-- Codes of a device (RFC 6238, on RFC 4226), and codes on paper that stand in for it once.

-- The code of a step. Devices use SHA-1, six digits and thirty seconds, as their applications do; the rest is for the vectors of the RFC.
CREATE OR REPLACE FUNCTION code_of_step(p_secret bytea, p_step bigint, p_digits int DEFAULT 6, p_hash text DEFAULT 'sha1') RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  mac bytea := ext.hmac(int8send(p_step), p_secret, p_hash);
  at int := get_byte(mac, octet_length(mac) - 1) & 15;
  number bigint := ((get_byte(mac, at) & 127)::bigint << 24) | (get_byte(mac, at + 1) << 16) | (get_byte(mac, at + 2) << 8)
    | get_byte(mac, at + 3);
BEGIN
  RETURN lpad((number % (10 ^ p_digits)::bigint)::text, p_digits, '0');
END $$;

CREATE OR REPLACE FUNCTION step_now() RETURNS bigint LANGUAGE sql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$ SELECT floor(extract(epoch FROM clock_timestamp()) / 30)::bigint $$;

-- The step that a code is of: now, or one before or after it, and later than the last one that was used. NULL: of none.
CREATE OR REPLACE FUNCTION step_of_code(p_secret bytea, p_code text, p_used bigint) RETURNS bigint LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  now_step bigint := step_now();
  found_step bigint;
  each bigint;
BEGIN
  -- All three are worked out, whatever is right: the time tells nothing.
  FOREACH each IN ARRAY ARRAY[now_step - 1, now_step, now_step + 1] LOOP
    IF code_of_step(p_secret, each) = p_code AND each > p_used THEN found_step := each; END IF;
  END LOOP;
  RETURN found_step;
END $$;

-- The secret in the form in which it is kept. The key has 256 bits of chance and needs no stretching.
CREATE OR REPLACE FUNCTION seal_secret(p_secret bytea, p_key bytea) RETURNS bytea LANGUAGE sql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ext.pgp_sym_encrypt_bytea(p_secret, encode(p_key, 'hex'), 'cipher-algo=aes256, s2k-mode=1') $$;

-- NULL with another key than the one under which it was sealed.
CREATE OR REPLACE FUNCTION unseal_secret(p_sealed bytea, p_key bytea) RETURNS bytea LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_sealed IS NULL OR coalesce(octet_length(p_key), 0) <> 32 THEN RETURN NULL; END IF;
  RETURN ext.pgp_sym_decrypt_bytea(p_sealed, encode(p_key, 'hex'));
EXCEPTION WHEN external_routine_invocation_exception OR external_routine_exception THEN RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION has_factor(p_user uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT EXISTS (SELECT FROM second_factors WHERE user_id = p_user AND sealed_secret IS NOT NULL) $$;

-- What a code is that somebody typed: of a step of the device, or a recovery code that was not used. Both 0: neither. Uses nothing up.
CREATE OR REPLACE FUNCTION read_code(p_user uuid, p_code text, p_key bytea, OUT step bigint, OUT recovery_number smallint)
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  typed text := translate(lower(left(coalesce(p_code, ''), 40)), ' -', '');
  factor second_factors;
  salt text;
BEGIN
  SELECT * INTO factor FROM second_factors WHERE user_id = p_user;
  step := coalesce(step_of_code(unseal_secret(factor.sealed_secret, p_key), typed, factor.last_step), 0);
  recovery_number := 0;
  IF length(typed) <> 12 THEN RETURN; END IF;
  -- The codes of a person have one salt, so that one hash finds out whether it is any of them.
  SELECT code_hash INTO salt FROM recovery_codes WHERE user_id = p_user LIMIT 1;
  SELECT coalesce(min(number), 0) INTO recovery_number FROM recovery_codes
    WHERE user_id = p_user AND used_at IS NULL AND code_hash = ext.crypt(typed, salt);
END $$;

-- Uses a code up. False: somebody was quicker with it, or with a later one.
CREATE OR REPLACE FUNCTION use_code_up(p_user uuid, p_step bigint, p_recovery_number smallint) RETURNS boolean LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF p_recovery_number = 0 THEN
    UPDATE second_factors SET last_step = p_step WHERE user_id = p_user AND last_step < p_step AND sealed_secret IS NOT NULL;
    RETURN FOUND;
  END IF;
  UPDATE recovery_codes SET used_at = clock_timestamp() WHERE user_id = p_user AND number = p_recovery_number AND used_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM write_audit(p_user, 'RECOVERY_CODE_USED', 'users', p_user,
    jsonb_build_object('left', (SELECT count(*) FROM recovery_codes WHERE user_id = p_user AND used_at IS NULL)));
  RETURN true;
END $$;

-- New recovery codes in place of all before them: sixty bits each, of letters and digits that are not confused.
CREATE OR REPLACE FUNCTION make_recovery_codes(p_user uuid) RETURNS text[] LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  letters text := 'abcdefghijkmnpqrstuvwxyz23456789';
  salt text := ext.gen_salt('bf', 8);
  made text[] := '{}';
  code text;
  chance bytea;
BEGIN
  DELETE FROM recovery_codes WHERE user_id = p_user;
  FOR n IN 1..8 LOOP
    chance := ext.gen_random_bytes(12);
    code := (SELECT string_agg(substr(letters, 1 + (get_byte(chance, i) & 31), 1), '') FROM generate_series(0, 11) AS i);
    INSERT INTO recovery_codes (user_id, number, code_hash) VALUES (p_user, n, ext.crypt(code, salt));
    made := made || (substr(code, 1, 4) || '-' || substr(code, 5, 4) || '-' || substr(code, 9, 4));
  END LOOP;
  RETURN made;
END $$;
