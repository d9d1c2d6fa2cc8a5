-- Whether a password as it was typed is the one of a hash. It is hashed in the form NFKC, so that it does not matter how a keyboard
-- writes its letters; hashes of release 0.1 are of what was typed. How often crypt() runs depends on what was typed and on nothing else.
-- crypt() ignores what comes after 72 bytes: a longer text is no password, however it begins.
CREATE OR REPLACE FUNCTION password_matches(p_typed text, p_hash text) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(bool_or(ext.crypt(form, p_hash) = p_hash AND octet_length(form) <= 72), false)
  FROM (SELECT normalize(p_typed, NFKC) UNION SELECT p_typed) AS f (form) $$;
