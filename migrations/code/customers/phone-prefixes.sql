-- A phone number as people type it: with an international prefix or the zero that is dialled within a country, with neither, or with both
-- as in +46 (0)70. What is kept is E.164, and beside it what follows the country's code; both are searched by their beginning.

-- Digits, with a plus in front where a prefix says that the country follows; NULL when the text is no number, or too short to search for.
CREATE OR REPLACE FUNCTION dialled(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN t ~ '^[-+()./0-9[:space:]]+$' AND length(digits) >= 4
    THEN CASE WHEN t ~ '^[[:space:](]*\+' THEN '+' || digits ELSE regexp_replace(digits, '^(00|0011|011|810)(?=[1-9])', '+') END END
  FROM regexp_replace(replace(typed, '(0)', ''), '[[:space:]]*(;?ext[.=]?|x|#)[[:space:]]*[0-9]+$', '') AS t,
    regexp_replace(t, '[^0-9]', '', 'g') AS digits $$;

-- Beginnings in E.164: as typed, and without the zero after the country's code.
CREATE OR REPLACE FUNCTION phone_prefixes_of(typed text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT ARRAY['+' || digits, '+' || code || ltrim(substr(digits, length(code) + 1), '0')]
  FROM ltrim(dialled(typed), '+') AS digits,
    substring(digits FROM
      '^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(2[1-689]|3[578]|42|5[09]|6[7-9]|8[035789]|9[679])[0-9])') AS code $$;

-- Beginnings within a country: without the zero, or the other prefix that some countries dial before a number.
CREATE OR REPLACE FUNCTION local_phone_prefixes_of(typed text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT CASE WHEN digits !~ '^\+' THEN ARRAY[nullif(ltrim(digits, '0'), ''),
    CASE WHEN length(digits) >= 10 AND digits ~ '^(8|06|01)' THEN ltrim(regexp_replace(digits, '^(8|06|01)', ''), '0') END] END
  FROM dialled(typed) AS digits $$;
