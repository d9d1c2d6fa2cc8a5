-- A customer in the shapes of the contract.

-- As lists show one. A birth that no calendar prints is left out, so that one row does not spoil a list.
CREATE OR REPLACE FUNCTION customer_row(c customers) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT jsonb_build_object('id', c.id, 'customerNumber', c.customer_number, 'firstName', c.first_name, 'lastName', c.last_name,
    'dateOfBirth', CASE WHEN c.date_of_birth BETWEEN '0001-01-01' AND '9999-12-31' THEN c.date_of_birth END,
    'phone', c.phone, 'email', c.email, 'kycStatus', c.kyc_status, 'status', c.status) $$;

-- As the customer's page shows one.
CREATE OR REPLACE FUNCTION customer_view(c customers) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT customer_row(c) || jsonb_build_object('address', c.address, 'city', c.city, 'country', c.country, 'occupation', c.occupation,
    'incomeRange', c.income_range, 'createdAt', c.created_at, 'updatedAt', c.updated_at) $$;

-- What a person has typed of a customer: everything but what the database sets.
CREATE OR REPLACE FUNCTION typed_of_customer(c customers) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT to_jsonb(c) - '{id,customer_number,kyc_status,status,created_by,created_at,updated_at,branch_id,name_key,surname_key}'::text[] $$;
