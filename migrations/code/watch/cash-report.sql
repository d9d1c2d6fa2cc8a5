-- The fields of a currency transaction report, by the parts of FinCEN form 112: who conducted the postings and for whom, amounts and kinds,
-- where, and who files it. What the bank does not hold of somebody is null, and is completed on the form.

-- Part I of a customer, or of somebody who is none.
CREATE OR REPLACE FUNCTION report_person(p_role text, p_person jsonb) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('role', p_role, 'lastName', coalesce(c.last_name, p_person ->> 'name'), 'firstName', c.first_name,
    'dateOfBirth', p_person -> 'dateOfBirth', 'occupation', c.occupation, 'address', c.address, 'city', c.city, 'postcode', c.postcode,
    'country', c.country, 'nationality', c.nationality, 'taxNumber', (SELECT r ->> 'tin' FROM jsonb_array_elements(c.tax_residences) AS r
      WHERE r ->> 'tin' IS NOT NULL LIMIT 1), 'phone', c.phone, 'email', c.email, 'identification', p_person -> 'document')
  FROM (SELECT) AS one LEFT JOIN customers c ON c.id = (p_person ->> 'customerId')::uuid $$;

-- The amounts and accounts of these postings on one side of the counter.
CREATE OR REPLACE FUNCTION report_amounts(p_postings jsonb) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('cashIn', cash.cash_in::text, 'cashOut', cash.cash_out::text,
    'accountsIn', (SELECT coalesce(jsonb_agg(DISTINCT p -> 'accountNumber'), '[]') FROM jsonb_array_elements(p_postings) AS p
      WHERE (p -> 'counts')::boolean AND (p -> 'isIn')::boolean),
    'accountsOut', (SELECT coalesce(jsonb_agg(DISTINCT p -> 'accountNumber'), '[]') FROM jsonb_array_elements(p_postings) AS p
      WHERE (p -> 'counts')::boolean AND NOT (p -> 'isIn')::boolean))
  FROM cash_in_and_out(p_postings) AS cash $$;

-- Those for whom it was: the holders of the accounts, and whoever was named instead.
CREATE OR REPLACE FUNCTION report_beneficiaries(p_people uuid[], p_postings jsonb) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT coalesce(jsonb_agg(report_person('BENEFICIARY', coalesce(other.named, person_view(ARRAY[other.customer_id])))
    || report_amounts(other.postings) ORDER BY other.first), '[]')
  FROM (SELECT CASE WHEN named IS NULL THEN customer_id END AS customer_id, CASE WHEN named IS NOT NULL THEN
        jsonb_build_object('name', named) END AS named, jsonb_agg(p) AS postings, min(p ->> 'transactionId') AS first
      FROM (SELECT p, a.customer_id, p -> 'presenter' ->> 'onBehalfOf' AS named FROM jsonb_array_elements(p_postings) AS p
        JOIN accounts a ON a.account_number = p ->> 'accountNumber') AS each
      WHERE (p -> 'counts')::boolean AND (named IS NOT NULL OR NOT customer_id = ANY (p_people)) GROUP BY 1, 2) AS other $$;

CREATE OR REPLACE FUNCTION cash_report(who identity, alert cash_alerts, p_people uuid[], p_postings jsonb) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('form', 'FinCEN 112', 'firstDate', alert.first_date, 'lastDate', alert.last_date, 'currency', alert.currency,
    'persons', jsonb_build_array(report_person(CASE WHEN others.list = '[]' THEN 'CONDUCTOR_FOR_SELF' ELSE 'CONDUCTOR' END,
      person_view(p_people)) || report_amounts(p_postings)) || others.list,
    'transactions', jsonb_build_object('aggregated', jsonb_array_length(counted.list) > 1, 'number', jsonb_array_length(counted.list),
      'deposits', cash.cash_in::text, 'withdrawals', cash.cash_out::text, 'totalIn', cash.cash_in::text, 'totalOut', cash.cash_out::text,
      'references', (SELECT coalesce(jsonb_agg(p -> 'reference' ORDER BY p ->> 'transactionId'), '[]')
        FROM jsonb_array_elements(counted.list) AS p)),
    'locations', (SELECT coalesce(jsonb_agg(jsonb_build_object('institutionType', 'DEPOSITORY_INSTITUTION', 'name', place.branch,
          'address', (SELECT address FROM branches WHERE name = place.branch))
        || (report_amounts(place.postings) - '{accountsIn,accountsOut}'::text[]) ORDER BY place.branch), '[]')
      FROM (SELECT p ->> 'branch' AS branch, jsonb_agg(p) AS postings FROM jsonb_array_elements(counted.list) AS p GROUP BY 1) AS place),
    'filing', (SELECT jsonb_build_object('institution', b.name, 'address', b.address, 'contact', u.full_name, 'date', date_in(b.time_zone))
      FROM users u JOIN branches b ON b.id = u.branch_id WHERE u.id = who.user_id))
  FROM cash_in_and_out(p_postings) AS cash, report_beneficiaries(p_people, p_postings) AS others (list),
    LATERAL (SELECT coalesce(jsonb_agg(p), '[]') AS list FROM jsonb_array_elements(p_postings) AS p WHERE (p -> 'counts')::boolean)
      AS counted $$;
