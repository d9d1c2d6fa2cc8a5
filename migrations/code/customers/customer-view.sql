-- A customer in the shapes of the contract.

-- As lists show one. A birth that no calendar prints is left out, so that one row does not spoil a list.
CREATE OR REPLACE FUNCTION customer_row(c customers) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', c.id, 'customerNumber', c.customer_number, 'firstName', c.first_name, 'lastName', c.last_name,
    'dateOfBirth', CASE WHEN c.date_of_birth BETWEEN '0001-01-01' AND '9999-12-31' THEN c.date_of_birth END,
    'kind', c.kind, 'registrationNumber', c.registration_number, 'phone', c.phone || coalesce(';ext=' || c.phone_extension, ''),
    'email', c.email, 'status', c.status,
    'kycStatus', CASE WHEN EXISTS (SELECT FROM kyc_standing s WHERE s.customer_id = c.id AND s.expired_on IS NOT NULL) THEN 'EXPIRED'
      ELSE c.kyc_status::text END) $$;

-- As the customer's page shows one.
CREATE OR REPLACE FUNCTION customer_view(c customers) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT customer_row(c) || jsonb_build_object('nationality', c.nationality, 'taxResidences', c.tax_residences, 'address', c.address,
    'postcode', c.postcode, 'city', c.city, 'country', c.country, 'occupation', c.occupation, 'incomeRange', c.income_range,
    'asks', asks_of(c), 'waitsForCheck', waits_for_check(c), 'statusReason', c.status_reason,
    'guardianId', c.guardian_id, 'minor', is_minor(c, local_date()),
    'createdAt', c.created_at, 'updatedAt', c.updated_at) $$;

-- Tax residences in the one shape in which they are kept and shown: other JSON would leave a customer whose page cannot be drawn.
CREATE OR REPLACE FUNCTION clean_tax_residences(t jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE cleaned jsonb;
BEGIN
  IF jsonb_typeof(t) = 'array' THEN
    SELECT jsonb_agg(jsonb_build_object('country', r ->> 'country', 'tin', nullif(clean_text(r ->> 'tin'), '')) ORDER BY n) INTO cleaned
      FROM jsonb_array_elements(t) WITH ORDINALITY AS given (r, n)
      HAVING bool_and(coalesce(r ->> 'country' ~ '^[A-Z]{2}$' AND coalesce(length(r ->> 'tin'), 0) <= 50, false))
        AND count(DISTINCT r ->> 'country') = count(*);
  END IF;
  IF cleaned IS NULL THEN
    RAISE check_violation USING CONSTRAINT = 'customers_tax_residences_shape', MESSAGE = 'Each country once, with its number or none';
  END IF;
  RETURN cleaned;
END $$;

-- What a person typed, from the columns by their names, each text in the form in which it is kept.
CREATE OR REPLACE FUNCTION typed_customer(p_typed jsonb) RETURNS customers LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE typed customers := jsonb_populate_record(NULL::customers, p_typed);
BEGIN
  typed.kind := coalesce(typed.kind, 'PERSON');
  typed.registration_number := nullif(upper(clean_name(typed.registration_number)), '');
  typed.first_name := nullif(clean_name(typed.first_name), '');
  typed.last_name := clean_name(typed.last_name);
  typed.email := clean_email(typed.email);
  typed.tax_residences := clean_tax_residences(nullif(typed.tax_residences, 'null'));
  typed.address := clean_text(typed.address);
  typed.postcode := nullif(upper(clean_name(typed.postcode)), '');
  typed.city := clean_text(typed.city);
  typed.occupation := nullif(clean_text(typed.occupation), '');
  RETURN typed;
END $$;

-- The same of a row: everything but what the database sets.
CREATE OR REPLACE FUNCTION typed_of_customer(c customers) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT to_jsonb(c) - '{id,customer_number,kyc_status,status,status_reason,created_by,created_at,updated_at,branch_id,name_key,surname_key,
    phone_national}'::text[] $$;
