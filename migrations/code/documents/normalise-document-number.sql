-- A document's number without what is only how it is printed or typed: full-width forms become plain ones, letters of Cyrillic and Greek
-- that look like Latin ones become those, digits of other scripts ours; case, blanks, dashes and invisible characters do not count.
-- Empty when nothing is left, and cut where no number ends: the plain form of one letter may be eighteen.
CREATE OR REPLACE FUNCTION normalise_document_number(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT left(regexp_replace(translate(upper(normalize(t, NFKC)), 'АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
    'ABEKMHOPCTYXIJSABEZHIKMNOPTYX01234567890123456789'), '[^[:alnum:]]', '', 'g'), 150) $$;
