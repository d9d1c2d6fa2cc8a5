-- A name as it is compared: in small Latin letters, word by word, without titles, articles and legal forms.

-- Letters of other alphabets become Latin ones by the table; what it has no letters for becomes a blank.
CREATE OR REPLACE FUNCTION latin_of(t text) RETURNS text LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  plain text := lower(t);
  letter text;
BEGIN
  IF plain ~ '^[\u0001-\u007F]*$' THEN RETURN plain; END IF;
  plain := lower(normalize(without_invisible(t), NFKC));
  -- Greek writes three sounds with two letters.
  plain := replace(replace(replace(plain, 'ντ', 'd'), 'μπ', 'b'), 'γκ', 'g');
  FOREACH letter IN ARRAY ARRAY(SELECT DISTINCT c FROM regexp_split_to_table(plain, '') AS c WHERE c > '~' COLLATE "C" ORDER BY c) LOOP
    plain := replace(plain, letter, coalesce((SELECT translate(letters[(ascii(letter) & 255) + 1], '_', ' ') FROM latin_letters
      WHERE block = ascii(letter) >> 8), CASE WHEN letter ~ '[[:alpha:]’]' THEN '' ELSE ' ' END));
  END LOOP;
  RETURN plain;
END $$;

-- The words of a name, in their order, with those that do not count.
CREATE OR REPLACE FUNCTION all_words(t text) RETURNS text[] LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  RETURN array_remove(string_to_array(regexp_replace(translate(latin_of(t), '''`ʿʾ.', ''), '[^a-z0-9]+', ' ', 'g'), ' '), '');
END $$;

-- What is compared of a name: each word that counts, with a bit for its place; with the articles before it as one word; and two words as
-- one, which has the bits of both. Words that tell nobody apart do not count: articles, "son of", titles, and the legal forms of companies;
-- a name of nothing but such words consists of them.
CREATE OR REPLACE FUNCTION words_to_compare(t text, OUT word text, OUT mask int) RETURNS SETOF record LANGUAGE plpgsql STABLE PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  do_not_count text[] := '{al,el,ul,bin,ben,ibn,bint,binti,de,del,della,di,da,do,dos,das,la,las,los,van,von,der,den,the,and,of,y,mr,mrs,ms,
    dr,prof,haji,hajji,hadji,hajj,haj,sheikh,shaykh,sheik,cheikh,mullah,mulla,maulvi,mawlawi,jr,sr,ii,iii,iv,co,corp,corporation,company,
    ltd,limited,inc,incorporated,llc,llp,plc,gmbh,ag,sa,sarl,srl,spa,ooo,oao,ojsc,pjsc,jsc,zao,bv,nv,ltda,cv,kg,oy,ab,as,pte,pty,fze}';
  written text[] := all_words(t);
  places int := 0;
  before text := '';
  previous text;
  one text;
BEGIN
  IF written <@ do_not_count THEN do_not_count := '{}'; END IF;
  FOREACH one IN ARRAY written LOOP
    IF one = ANY (do_not_count) THEN before := before || one; CONTINUE; END IF;
    EXIT WHEN places = 12;
    mask := 1 << places; word := one; RETURN NEXT;
    IF before <> '' THEN word := before || one; RETURN NEXT; END IF;
    IF places > 0 THEN
      mask := mask | mask >> 1; word := previous || one; RETURN NEXT;
      IF before <> '' THEN word := previous || before || one; RETURN NEXT; END IF;
    END IF;
    places := places + 1; previous := one; before := '';
  END LOOP;
END $$;
