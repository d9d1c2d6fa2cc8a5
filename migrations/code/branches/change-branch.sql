-- What an administrator may change of the own branch after it was set up: how amounts are written, and its weekend. The currency
-- and the time zone stay, because what was posted is counted and dated by them.
CREATE OR REPLACE FUNCTION change_branch(p_number_format number_format, p_weekend smallint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE who identity := require_maker('ADMIN');
BEGIN
  UPDATE branches SET number_format = p_number_format, weekend = p_weekend WHERE id = who.branch_id;
END $$;
