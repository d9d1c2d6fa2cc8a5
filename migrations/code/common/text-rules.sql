-- One normalisation for each kind of text, used for keeping, for uniqueness and for search: the same rules as in shared/rules/text.ts
-- and email.ts. Invisible characters are Unicode's Cf and Default_Ignorable_Code_Point, blanks are White_Space and the controls.

CREATE OR REPLACE FUNCTION without_invisible(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT regexp_replace(t, '[\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F\u0890-\u0891\u08E2\u115F-\u1160\u17B4-\u17B5\u180B-\u180F'
    '\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD\U000110CD\U00013430-\U0001343F'
    '\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]', '', 'g') $$;

CREATE OR REPLACE FUNCTION in_one_line(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT btrim(regexp_replace(t, '[\u0001-\u0020\u007F-\u00A0\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u3000]+', ' ', 'g')) $$;

-- A line of free text.
CREATE OR REPLACE FUNCTION clean_text(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT in_one_line(normalize(without_invisible(t), NFC)) $$;

-- A name, a number or an address: also without what is only typography, such as full-width letters.
CREATE OR REPLACE FUNCTION clean_name(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT in_one_line(normalize(without_invisible(t), NFKC)) $$;

-- The first letter that is not of the alphabet of the letters before it, among alphabets whose letters look alike: Latin, Greek,
-- Cyrillic, Armenian, Cherokee.
CREATE OR REPLACE FUNCTION mixed_letter(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  alphabets text[] := ARRAY['[A-Za-z\u00C0-\u02AF\u1E00-\u1EFF\u2C60-\u2C7F\uA722-\uA7FF\uAB30-\uAB64]', '[\u0370-\u03FF\u1F00-\u1FFF]',
    '[\u0400-\u052F\u1C80-\u1C8F\uA640-\uA69F]', '[\u0530-\u058F]', '[\u13A0-\u13FF\uAB70-\uABBF]'];
  first text;
  letter text;
BEGIN
  IF t !~ '[\u0370-\uABBF]' THEN RETURN NULL; END IF; -- nothing but Latin: most names
  FOREACH letter IN ARRAY regexp_split_to_array(t, '') LOOP
    IF letter ~ first THEN CONTINUE; END IF;
    IF first IS NULL THEN first := (SELECT one FROM unnest(alphabets) AS one WHERE letter ~ one);
    ELSIF letter ~ ANY (alphabets) THEN RETURN letter;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- Refuses what is no name of a person: no letter of any script, or letters of two alphabets that look alike.
CREATE OR REPLACE FUNCTION check_name(t text) RETURNS void LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF t !~ '[[:alpha:]]' THEN PERFORM refuse('NAME_WITHOUT_LETTERS'); END IF;
  IF mixed_letter(t) IS NOT NULL THEN PERFORM refuse('NAME_MIXES_ALPHABETS', jsonb_build_object('letter', mixed_letter(t))); END IF;
END $$;

-- An e-mail address as it is kept and compared. The application writes a domain in its own letters: `xn--` would be a second form of it.
CREATE OR REPLACE FUNCTION clean_email(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE address text := lower(clean_name(t));
BEGIN
  IF address !~ '^[^@ ]+@[^@ ]+\.[^@ .]+$' OR address ~ '[@.]xn--' THEN
    RAISE check_violation USING CONSTRAINT = 'email_shape', MESSAGE = 'This is no e-mail address in the form in which it is kept';
  END IF;
  RETURN address;
END $$;
