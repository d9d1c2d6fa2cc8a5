-- Who may sign for an account on a date: alone, or in which group. Everything that asks about power asks here, so that the counter, the
-- customer's page and the ledger give the same answer.

-- Below the age of majority of the home branch on a date. Born on 29 February, one is of age on the 28th.
CREATE OR REPLACE FUNCTION is_minor(c customers, p_date date) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT c.kind = 'PERSON' AND c.date_of_birth + make_interval(years => b.minimum_customer_age) > p_date FROM branches b
  WHERE b.id = c.branch_id $$;

-- Whether the holder of an account signs alone on a date, as nearly every holder does: of age, no company, and no joint holder with whom to
-- sign together. It is asked of each posting, so it is one statement by keys. True where nobody holds it: the bank's own.
CREATE OR REPLACE FUNCTION holder_signs_alone(p_account uuid, p_date date) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE alone boolean;
BEGIN
  SELECT c.kind = 'PERSON' AND c.date_of_birth + make_interval(years => b.minimum_customer_age) <= p_date
      AND NOT EXISTS (SELECT FROM parties j WHERE j.account_id = a.id AND j.power = 'JOINT' AND j.together AND NOT j.ended
        AND j.valid_from <= p_date AND (j.valid_until IS NULL OR j.valid_until >= p_date)
        AND NOT EXISTS (SELECT FROM parties l WHERE l.replaces = j.id)) INTO alone
    FROM accounts a JOIN customers c ON c.id = a.customer_id JOIN branches b ON b.id = c.branch_id WHERE a.id = p_account;
  RETURN coalesce(alone, true);
END $$;

-- Rows that are in force on a date. A guardian is one while the holder is a minor.
CREATE OR REPLACE FUNCTION parties_in_force(holder customers, p_account uuid, p_date date) RETURNS SETOF parties LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT p.* FROM parties p WHERE p.customer_id = holder.id AND (p.account_id IS NULL OR p.account_id = p_account)
    AND p.power <> 'OWNER' AND NOT p.ended AND p.valid_from <= p_date AND (p.valid_until IS NULL OR p.valid_until >= p_date)
    AND NOT EXISTS (SELECT FROM parties l WHERE l.replaces = p.id) AND (p.power <> 'GUARDIAN' OR is_minor(holder, p_date)) $$;

-- Each group of people who may together sign for an amount; a group of one signs alone. The holder is in one with all joint holders who do
-- not sign alone; of signatories and guardians any two make one. Whoever is not active or not of age signs nothing.
CREATE OR REPLACE FUNCTION ways_to_sign(p_account uuid, p_date date, p_amount numeric, p_currency text) RETURNS SETOF uuid[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE holder customers;
BEGIN
  SELECT c.* INTO holder FROM accounts a JOIN customers c ON c.id = a.customer_id WHERE a.id = p_account;
  RETURN QUERY WITH party AS MATERIALIZED (
      SELECT p.*, c.status = 'ACTIVE' AND NOT is_minor(c, p_date) AS able
      FROM parties_in_force(holder, p_account, p_date) AS p JOIN customers c ON c.id = p.party_id),
    pair AS (SELECT DISTINCT power, party_id FROM party WHERE together AND able AND power <> 'JOINT')
    SELECT holder.id || coalesce(array_agg(party_id ORDER BY party_id), '{}') FROM party WHERE power = 'JOINT' AND together
      HAVING holder.kind = 'PERSON' AND NOT is_minor(holder, p_date) AND coalesce(bool_and(able), true)
    UNION ALL SELECT DISTINCT ARRAY[party_id] FROM party WHERE NOT together AND able
      AND (per_posting IS NULL OR p_amount IS NULL OR currency = p_currency AND per_posting >= p_amount)
    UNION ALL SELECT ARRAY[one.party_id, two.party_id] FROM pair AS one JOIN pair AS two ON two.power = one.power
      AND two.party_id > one.party_id;
END $$;

-- The same in names, for a sentence: those of a group joined by a plus. Signs and no words, because the sentence has a language.
CREATE OR REPLACE FUNCTION who_could_sign(p_account uuid, p_date date, p_amount numeric, p_currency text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(string_agg(w.names, ', ' ORDER BY w.people, w.names), '–')
  FROM (SELECT cardinality(way) AS people, (SELECT string_agg(c.full_name, ' + ' ORDER BY c.full_name, c.id)
        FROM (SELECT id, concat_ws(' ', first_name, last_name) AS full_name FROM customers WHERE id = ANY (way)) AS c) AS names
      FROM ways_to_sign(p_account, p_date, p_amount, p_currency) AS way ORDER BY 1, 2 LIMIT 10) AS w $$;
