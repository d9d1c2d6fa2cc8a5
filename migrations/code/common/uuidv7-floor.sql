-- The smallest key that a moment can have: bounds partitions and date filters by key (RFC 9562, section 5.7).
CREATE OR REPLACE FUNCTION uuidv7_floor(moment timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT encode(substring(int8send((extract(epoch FROM moment) * 1000)::bigint) FROM 3) || '\x00000000000000000000'::bytea, 'hex')::uuid $$;
