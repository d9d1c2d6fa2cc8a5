-- The terms of a product that are in force on a day: the latest that have begun. Null before the first.
CREATE OR REPLACE FUNCTION terms_of(p_product uuid, p_date date) RETURNS product_terms LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT t FROM product_terms t WHERE t.product_id = p_product AND t.valid_from <= p_date ORDER BY t.valid_from DESC LIMIT 1 $$;

-- The date by which a branch reckons: of its open day, or where none is open of the calendar.
CREATE OR REPLACE FUNCTION date_of_branch(p_branch uuid) RETURNS date LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce((SELECT business_date FROM business_days WHERE branch_id = p_branch AND closed_at IS NULL),
    date_in((SELECT time_zone FROM branches WHERE id = p_branch))) $$;
