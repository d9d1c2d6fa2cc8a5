-- Somebody who was named at the counter and becomes a customer is one person: what was counted for them before is the customer's.

CREATE OR REPLACE FUNCTION link_presenter(p_person uuid, p_customer uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  INSERT INTO presenter_links (person_id, customer_id) VALUES (p_person, p_customer) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  WITH moved AS (DELETE FROM cash_sums WHERE person_id = p_person RETURNING *)
  INSERT INTO cash_sums AS s (person_id, currency, is_in, business_date, total, postings)
    SELECT p_customer, currency, is_in, business_date, total, postings FROM moved
    ON CONFLICT (person_id, currency, is_in, business_date)
      DO UPDATE SET total = s.total + excluded.total, postings = s.postings + excluded.postings;
END $$;

-- A customer's new document that was shown at the counter before.
CREATE OR REPLACE FUNCTION link_by_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM link_presenter(person_id, NEW.customer_id) FROM (SELECT DISTINCT person_id FROM posting_presenters
    WHERE number_key = NEW.number_key AND issuing_country = NEW.issuing_country AND customer_id IS NULL) AS p;
  RETURN NULL;
END $$;

-- A new customer of a name and day of birth that were named at the counter before.
CREATE OR REPLACE FUNCTION link_by_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  PERFORM link_presenter(person_id, NEW.id) FROM (SELECT DISTINCT person_id FROM posting_presenters
    WHERE name_key = presenter_name_key(NEW.name_key) AND date_of_birth = NEW.date_of_birth AND customer_id IS NULL) AS p;
  RETURN NULL;
END $$;
