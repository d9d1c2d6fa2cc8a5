-- How names are compared when they are searched: without case and accents, and Cyrillic and Greek in Latin letters, so that a name is
-- found in the script in which it is typed. unaccent() is only STABLE because its dictionary may be replaced; ours is not.

-- Small letters without accents, one by one and then those that are several in Latin.
CREATE OR REPLACE FUNCTION in_latin(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  pairs text[] := '{кс,x,ж,zh,х,kh,ц,ts,ч,ch,ш,sh,щ,shch,ъ,"",ь,"",ю,yu,я,ya,љ,lj,њ,nj,ђ,dj,џ,dz,ου,ou,θ,th,χ,ch,ψ,ps}';
BEGIN
  IF t !~ '[\u0370-\u052F]' THEN RETURN t; END IF;
  FOR n IN 1 .. cardinality(pairs) BY 2 LOOP t := replace(t, pairs[n], pairs[n + 1]); END LOOP;
  RETURN translate(t, 'абвгдезийклмнопрстуфыэієґћјѕαβγδεζηικλμνξοπρσςτυφω', 'abvgdeziiklmnoprstufyeiegcjsavgdeziiklmnxoprsstyfo');
END $$;

CREATE OR REPLACE FUNCTION fold(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT in_latin(lower(ext.unaccent('ext.unaccent'::regdictionary,
    normalize(regexp_replace(normalize(clean_name(t), NFKD), '[\u0300-\u036F]', '', 'g'), NFC)))) $$;
