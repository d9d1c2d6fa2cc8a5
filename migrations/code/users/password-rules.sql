-- What a new password has to be, by NIST SP 800-63B-4: long, and not what anybody would try first. No rules about classes of characters,
-- and nobody has to change one that nobody else knows. It is checked here where it arrives as it was typed: when somebody chooses their
-- own.

-- Refuses a password that is too short, made of common ones, or of what is known of its person (p_words: names, the bank's).
CREATE OR REPLACE FUNCTION require_good_password(p_password text, p_words text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE plain text := normalize(coalesce(p_password, ''), NFKC);
BEGIN
  IF length(plain) < 15 THEN PERFORM refuse('PASSWORD_TOO_SHORT', jsonb_build_object('minimum', '15')); END IF;
  IF octet_length(plain) > 72 THEN PERFORM refuse('PASSWORD_TOO_LONG', jsonb_build_object('maximum', '72')); END IF;
  IF is_common_password(lower(plain)) THEN PERFORM refuse('PASSWORD_COMMON'); END IF;
  IF is_personal_password(lower(plain), p_words) THEN PERFORM refuse('PASSWORD_PERSONAL'); END IF;
END $$;

-- Whether a password is one common one or two in a row, whatever digits and signs are between, before and after; or a run or a repeat.
CREATE OR REPLACE FUNCTION is_common_password(p_lower text) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  letters text := regexp_replace(p_lower, '[^[:alpha:]]+', '', 'g');
  digits text := regexp_replace(p_lower, '[^0-9]+', '', 'g');
  run text;
BEGIN
  FOR n IN 1..7 LOOP
    IF rpad(left(p_lower, n), length(p_lower), left(p_lower, n)) = p_lower THEN RETURN true; END IF;
  END LOOP;
  FOREACH run IN ARRAY '{abcdefghijklmnopqrstuvwxyz,qwertyuiopasdfghjklzxcvbnm,qwertzuiopasdfghjklyxcvbnm}'::text[] LOOP
    IF length(letters) >= 4 AND strpos(run || run, letters) > 0 THEN RETURN true; END IF;
  END LOOP;
  IF letters = '' AND (strpos(repeat('1234567890', 8), digits) > 0 OR strpos(repeat('0987654321', 8), digits) > 0) THEN RETURN true; END IF;
  RETURN EXISTS (SELECT FROM generate_series(4, length(letters)) AS n, LATERAL (SELECT substr(letters, n + 1) AS rest) AS r
    WHERE EXISTS (SELECT FROM common_passwords WHERE word = left(letters, n))
      AND (length(rest) < 4 OR replace(rest, left(letters, n), '') = '' OR EXISTS (SELECT FROM common_passwords WHERE word = rest)));
END $$;

-- Whether hardly anything is left of it without the words that are known of its person and place.
CREATE OR REPLACE FUNCTION is_personal_password(p_lower text, p_words text[]) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  rest text := regexp_replace(p_lower, '[^[:alnum:]]+', '', 'g');
  whole text := rest;
  each text;
BEGIN
  FOR each IN SELECT DISTINCT word FROM unnest(p_words || '{corex,teller}'::text[]) AS said,
      unnest(string_to_array(regexp_replace(lower(normalize(coalesce(said, ''), NFKC)), '[^[:alnum:]]+', ' ', 'g'), ' ')) AS word
      WHERE length(word) >= 4 ORDER BY word LOOP
    rest := replace(rest, each, '');
  END LOOP;
  RETURN rest <> whole AND length(rest) < 8;
END $$;

-- What is known of somebody, for the rule.
CREATE OR REPLACE FUNCTION words_of_person(u users) RETURNS text[] LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ARRAY[u.username, u.full_name, split_part(u.email, '@', 1), (SELECT name FROM branches WHERE id = u.branch_id)]::text[] $$;
