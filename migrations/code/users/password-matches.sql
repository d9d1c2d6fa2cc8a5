-- Whether a password as it was typed is the one of a hash. It is hashed in the form NFKC, so that it does not matter how a keyboard
-- writes its letters; hashes of release 0.1 are of what was typed. How often crypt() runs depends on what was typed and on nothing else.
CREATE OR REPLACE FUNCTION password_matches(p_typed text, p_hash text) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(bool_or(ext.crypt(form, p_hash) = p_hash), false)
  FROM (SELECT normalize(p_typed, NFKC) UNION SELECT p_typed) AS f (form) $$;
