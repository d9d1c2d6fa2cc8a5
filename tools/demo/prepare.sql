-- What the loader uses while it fills a database: temporary tables and functions of its connection.

CREATE TEMP TABLE demo_cultures (
  k int GENERATED ALWAYS AS IDENTITY (START 0 MINVALUE 0), country text, dial text, digits int,
  first text[], last text[], streets text[], cities text[]);
CREATE TEMP TABLE demo_staff (k int, id uuid, role user_role);
CREATE TEMP TABLE demo_tills (k int, till uuid, cash uuid, teller uuid);
CREATE TEMP TABLE demo_days (d int PRIMARY KEY, date date);
-- The placeholder picture of every past document, already encrypted.
CREATE TEMP TABLE demo_placeholder (media_type text, byte_size int, wrapped_key bytea, content bytea);
CREATE TEMP TABLE demo_people (n int PRIMARY KEY, id uuid, kyc kyc_status, documents int, d int, maker uuid, checker uuid);
CREATE TEMP TABLE demo_documents (file uuid, id uuid, customer uuid, type document_type, number text, expires date, maker uuid, checker uuid,
  status document_status, uploaded timestamptz, decided timestamptz);
CREATE TEMP TABLE demo_accounts (k int PRIMARY KEY, id uuid, n int, d int, type account_type, first_account uuid);
CREATE INDEX ON demo_accounts (d);
CREATE TEMP TABLE demo_postings (id uuid, key uuid, moment timestamptz, channel text, type transaction_type, debit uuid, credit uuid,
  amount numeric, description text, maker uuid, actor actor_kind NOT NULL DEFAULT 'PERSON', cause_type text NOT NULL DEFAULT 'INTENT', cause uuid);
CREATE TEMP TABLE demo_legs (id uuid, actor actor_kind, moment timestamptz, account uuid, account_type account_type, side entry_side, amount numeric, delta numeric);

CREATE FUNCTION pg_temp.staff(wanted user_role, chance bigint) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (array_agg(id ORDER BY k))[1 + chance % count(*)] FROM demo_staff WHERE role = wanted $$;

-- A moment of a past day by the branch's clock.
CREATE FUNCTION pg_temp.at(day int, minutes numeric) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT (date + minutes * interval '1 minute') AT TIME ZONE (SELECT time_zone FROM branches) FROM demo_days WHERE d = day $$;

-- Customers lo to hi, with their documents. kyc_status is what follow_documents() would have made of the documents; its trigger
-- would write every customer twice more. `waiting` customers at the end get theirs from the loader, one picture each.
CREATE FUNCTION pg_temp.load_people(lo int, hi int, waiting_from int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  days int := (SELECT count(*) FROM demo_days);
  cultures int := (SELECT count(*) FROM demo_cultures);
  tellers uuid[] := ARRAY(SELECT id FROM demo_staff WHERE role = 'TELLER' ORDER BY k);
  checkers uuid[] := ARRAY(SELECT id FROM demo_staff WHERE role = 'SUPERVISOR' ORDER BY k);
BEGIN
  INSERT INTO demo_people
    SELECT n, uuidv7(), CASE documents WHEN 2 THEN 'APPROVED' WHEN 1 THEN 'REJECTED' ELSE 'PENDING' END::kyc_status, documents,
      CASE WHEN n <= 3 OR pg_temp.draw(n, 2, 10) < 4 THEN 0 ELSE pg_temp.draw(n, 3, days * 7 / 10) END,
      tellers[1 + pg_temp.draw(n, 4, cardinality(tellers))], checkers[1 + pg_temp.draw(n, 5, cardinality(checkers))]
    FROM generate_series(lo, hi) AS n, LATERAL (SELECT CASE
      WHEN n >= waiting_from THEN 0
      WHEN n <= 3 OR pg_temp.draw(n, 1, 100) < 93 THEN 2
      WHEN pg_temp.draw(n, 1, 100) < 95 THEN 1
      ELSE 0 END AS documents) AS p;

  INSERT INTO customers (id, first_name, last_name, email, phone, date_of_birth, address, city, country, occupation, income_range,
      kyc_status, created_by, created_at, updated_at)
    SELECT p.id, first_name, last_name,
      CASE WHEN pg_temp.draw(n, 10, 10) < 8 THEN
        concat_ws('.', nullif(regexp_replace(fold(first_name), '[^a-z]', '', 'g'), ''), nullif(regexp_replace(fold(last_name), '[^a-z]', '', 'g'), ''), n) || '@example.com' END,
      c.dial || lpad(pg_temp.draw(n, 11, (10 ^ c.digits)::bigint)::text, c.digits, '0'),
      demo_days.date - (18 * 366 + pg_temp.draw(n, 12, 70 * 365))::int,
      c.streets[1 + pg_temp.draw(n, 13, cardinality(c.streets))] || ' ' || 1 + pg_temp.draw(n, 14, 120),
      c.cities[1 + pg_temp.draw(n, 15, cardinality(c.cities))], c.country,
      (ARRAY['Nurse', 'Teacher', 'Carpenter', 'Bus driver', 'Student', 'Pensioner', 'Engineer', 'Cook', 'Shopkeeper', 'Farmer'])[1 + pg_temp.draw(n, 16, 10)],
      (ARRAY['UNDER_20K', '20K_TO_50K', '20K_TO_50K', '50K_TO_100K', 'OVER_100K', 'NOT_STATED'])[1 + pg_temp.draw(n, 17, 6)],
      p.kyc, p.maker, pg_temp.at(p.d, 510 + pg_temp.draw(n, 18, 60)), pg_temp.at(p.d, 620)
    FROM demo_people p JOIN demo_days USING (d) JOIN demo_cultures c ON c.k = pg_temp.draw(n, 6, cultures),
      LATERAL (SELECT c.first[1 + pg_temp.draw(n, 7, cardinality(c.first))]
          || CASE WHEN pg_temp.draw(n, 20, 5) = 0 THEN ' ' || c.first[1 + pg_temp.draw(n, 21, cardinality(c.first))] ELSE '' END AS first_name,
        c.last[1 + pg_temp.draw(n, 8, cardinality(c.last))]
          || CASE WHEN pg_temp.draw(n, 22, 8) = 0 THEN '-' || c.last[1 + pg_temp.draw(n, 23, cardinality(c.last))] ELSE '' END AS last_name) AS names
    WHERE n BETWEEN lo AND hi;

  -- A number is made unique by a permutation of n: 7919 shares no factor with 10^8.
  WITH documents AS MATERIALIZED (
    SELECT uuidv7() AS id, uuidv7() AS file, p.id AS customer, p.n, p.documents, p.maker, p.checker, proof, type,
      type_code || lpad(((n::bigint * 7919 + 31337 * (1 + proof)) % 100000000)::text, 8, '0') AS number,
      CASE WHEN proof = 0 THEN current_date + 200 + pg_temp.draw(n, 30, 2500)::int END AS expires,
      pg_temp.at(p.d, 580 + pg_temp.draw(n, 31, 10)) AS uploaded, pg_temp.at(p.d, 600 + pg_temp.draw(n, 32, 15)) AS decided
    FROM demo_people p CROSS JOIN generate_series(0, 1) AS proof,
      LATERAL (SELECT (ARRAY['NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE', 'UTILITY_BILL', 'BANK_STATEMENT'])[i] AS type,
        (ARRAY['ID-', 'P', 'DL-', 'UB-', 'BS-'])[i] AS type_code
        FROM (SELECT CASE proof WHEN 0 THEN 1 + pg_temp.draw(n, 33, 3) ELSE 4 + pg_temp.draw(n, 34, 2) END AS i) AS choice) AS t
    WHERE n BETWEEN lo AND hi AND proof < p.documents
  ), files AS (
    INSERT INTO kyc_files (id, media_type, byte_size, content, created_by, created_at)
      SELECT file, f.media_type, f.byte_size, f.content, maker, uploaded FROM documents, demo_placeholder f
  ), keys AS (
    INSERT INTO kyc_file_keys (file_id, generation, wrapped_key) SELECT file, 1, f.wrapped_key FROM documents, demo_placeholder f
  )
  INSERT INTO demo_documents SELECT file, id, customer, type::document_type, number, expires, maker, checker,
    CASE documents WHEN 2 THEN 'APPROVED' ELSE 'REJECTED' END::document_status, uploaded, decided FROM documents;
  -- A statement of its own, because the guard looks the file up. The digest is the guard's; the table compares the two.
  INSERT INTO kyc_documents (id, customer_id, document_type, document_number, issuing_country, file_id, expires_at, status, created_by, verified_by, decided_at,
      rejection_reason, content_digest, decided_digest, created_at, updated_at)
    SELECT d.id, customer, type, number, issuer, file, expires, status, maker, checker, decided,
      CASE status WHEN 'REJECTED' THEN 'The photograph is not readable' END, digest, digest, uploaded, decided
    FROM demo_documents d JOIN (SELECT id, country FROM customers) AS c ON c.id = customer, (SELECT encode(sha256(content), 'hex') AS hash FROM demo_placeholder) AS f,
      LATERAL (SELECT CASE WHEN type IN ('NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE') THEN c.country END AS issuer) AS i,
      LATERAL (SELECT sha256(convert_to(jsonb_build_array(d.id, customer, type, number, extract(epoch FROM expires)::text, NULL, hash, issuer, '[]'::jsonb)::text, 'UTF8')) AS digest) AS s;
  TRUNCATE demo_documents;
END $$;

-- Which accounts there are going to be, in the order in which they are opened; returns how many.
CREATE FUNCTION pg_temp.plan_accounts() RETURNS bigint LANGUAGE sql AS $$
  INSERT INTO demo_accounts
    SELECT row_number() OVER (ORDER BY d, n, nth), id, n, d, type, first_value(id) OVER (PARTITION BY n ORDER BY nth)
    FROM (SELECT n, d, nth, uuidv7() AS id, CASE
          WHEN nth = 1 THEN CASE WHEN n = 1 OR pg_temp.draw(n, 40, 5) < 2 THEN 'CURRENT' ELSE 'SAVINGS' END
          WHEN pg_temp.draw(n, 41, 10) = 0 THEN 'LOAN'
          ELSE CASE WHEN pg_temp.draw(n, 40, 5) < 2 THEN 'SAVINGS' ELSE 'CURRENT' END END::account_type AS type
        FROM demo_people, generate_series(1, CASE WHEN n > 1 AND pg_temp.draw(n, 42, 100) < 35 THEN 2 ELSE 1 END) AS nth
        WHERE kyc = 'APPROVED') AS planned;
  SELECT count(*) FROM demo_accounts $$;

CREATE FUNCTION pg_temp.load_accounts(lo int, hi int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO accounts (id, customer_id, account_type, currency, agreed_limit, branch_id, created_by, created_at, updated_at)
    SELECT a.id, p.id, a.type, b.currency, CASE a.type WHEN 'LOAN' THEN 1000 * (2 + pg_temp.draw(a.k, 43, 18)) ELSE 0 END, b.id, p.maker,
      pg_temp.at(a.d, 630), pg_temp.at(a.d, 630)
    FROM demo_accounts a JOIN demo_people p USING (n), branches b WHERE a.k BETWEEN lo AND hi ORDER BY a.k $$;
