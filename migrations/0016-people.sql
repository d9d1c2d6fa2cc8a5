-- What a bank has to know of a person, and one form for each kind of text. One-name people, extensions of phone numbers, postcode,
-- nationality and tax residences; a reason beside a customer's status; corrections of name and birth that a second person decides.

-- ICAO 9303, part 3, 4.6: a person with one name has it as primary identifier, the last name here.
ALTER TABLE customers ALTER COLUMN first_name DROP NOT NULL;
ALTER TABLE customers
  ADD COLUMN phone_extension varchar(10) CONSTRAINT customers_phone_extension_digits CHECK (phone_extension ~ '^[0-9]{1,10}$'),
  -- Without the code of the country (ITU-T E.164) and the zeros that are dialled within it: a number is found as people say it.
  ADD COLUMN phone_national text COLLATE "C" GENERATED ALWAYS AS (ltrim(regexp_replace(phone,
    '^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(2[1-689]|3[578]|42|5[09]|6[7-9]|8[035789]|9[679])[0-9])', ''),
    '0')) STORED,
  ADD COLUMN postcode varchar(20) CONSTRAINT customers_postcode_filled CHECK (btrim(postcode) <> ''),
  ADD COLUMN nationality varchar(2) CONSTRAINT customers_nationality_code CHECK (nationality ~ '^[A-Z]{2}$'),
  ADD COLUMN tax_residences jsonb CONSTRAINT customers_tax_residences_shape CHECK (
    jsonb_typeof(tax_residences) = 'array' AND jsonb_array_length(tax_residences) BETWEEN 1 AND 10
    AND NOT jsonb_path_exists(tax_residences, '$[*] ? (!(@.country like_regex "^[A-Z]{2}$"))')),
  ADD COLUMN status_reason varchar(500) CONSTRAINT customers_status_reason_filled CHECK (btrim(status_reason) <> ''),
  ADD CONSTRAINT customers_extension_has_phone CHECK (phone_extension IS NULL OR phone IS NOT NULL);
COMMENT ON COLUMN customers.first_name IS 'NULL: the person has one name, which is the last name';
COMMENT ON COLUMN customers.nationality IS 'ISO 3166-1 alpha-2; NULL in rows of release 0.1';
COMMENT ON COLUMN customers.tax_residences IS 'Self-certified: [{"country": ISO 3166-1, "tin": text or null}]; NULL in rows of release 0.1';
COMMENT ON COLUMN customers.status_reason IS 'Why the status was last changed; NULL: never';
CREATE INDEX idx_customers_phone_national ON customers (phone_national);

-- The form of an e-mail address is the database's to set (code/common/text-rules.sql). Rows that differ from another one only by
-- letter case stay as they are.
DROP INDEX idx_customers_email_key;
CREATE INDEX idx_customers_email_key ON customers (email COLLATE "C");
ALTER TABLE customers DISABLE TRIGGER USER;
UPDATE customers c SET email = lower(normalize(email, NFKC)) WHERE email <> lower(normalize(email, NFKC))
  AND length(lower(normalize(email, NFKC))) <= 255
  AND (SELECT count(*) FROM customers o WHERE lower(normalize(o.email, NFKC)) = lower(normalize(c.email, NFKC))) = 1;
ALTER TABLE customers ENABLE TRIGGER USER;
ALTER TABLE users DISABLE TRIGGER USER;
UPDATE users u SET email = lower(normalize(email, NFKC)) WHERE email <> lower(normalize(email, NFKC))
  AND length(lower(normalize(email, NFKC))) <= 255
  AND (SELECT count(*) FROM users o WHERE lower(normalize(o.email, NFKC)) = lower(normalize(u.email, NFKC))) = 1;
ALTER TABLE users ENABLE TRIGGER USER;

ALTER TABLE branches ADD COLUMN minimum_customer_age smallint NOT NULL DEFAULT 18
  CONSTRAINT branches_minimum_customer_age CHECK (minimum_customer_age BETWEEN 0 AND 25);
COMMENT ON COLUMN branches.minimum_customer_age IS 'Years: the age of majority. Nobody younger becomes a customer on their own';

CREATE TABLE customer_corrections (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers,
  document_id uuid NOT NULL REFERENCES kyc_documents,
  -- As the customer stood when the correction was proposed: it is approved only while this is still so.
  from_first_name varchar(100),
  from_last_name varchar(100) NOT NULL,
  from_date_of_birth date NOT NULL,
  first_name varchar(100),
  last_name varchar(100) NOT NULL CONSTRAINT customer_corrections_last_name_filled CHECK (btrim(last_name) <> ''),
  date_of_birth date NOT NULL,
  reason varchar(500) NOT NULL CONSTRAINT customer_corrections_reason_filled CHECK (btrim(reason) <> ''),
  status varchar(20) NOT NULL DEFAULT 'PENDING'
    CONSTRAINT customer_corrections_status CHECK (status IN ('PENDING', 'APPROVED', 'DECLINED')),
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  decided_by uuid REFERENCES users CONSTRAINT customer_corrections_four_eyes CHECK (decided_by <> created_by),
  decided_at timestamptz,
  decline_reason varchar(500),
  CONSTRAINT customer_corrections_decided
    CHECK ((status = 'PENDING') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT customer_corrections_declined CHECK (status <> 'DECLINED' OR btrim(coalesce(decline_reason, '')) <> ''),
  CONSTRAINT customer_corrections_change CHECK (
    (first_name, last_name, date_of_birth) IS DISTINCT FROM (from_first_name, from_last_name, from_date_of_birth))
);
COMMENT ON TABLE customer_corrections IS 'Proposed corrections of a customer''s name or birth, each decided once by another person';
COMMENT ON COLUMN customer_corrections.document_id IS 'The uploaded document that shows the right name and birth';
CREATE UNIQUE INDEX customer_corrections_one_pending ON customer_corrections (customer_id) WHERE status = 'PENDING';
CREATE INDEX idx_customer_corrections_customer ON customer_corrections (customer_id);
CREATE INDEX idx_customer_corrections_document ON customer_corrections (document_id);
CREATE INDEX idx_customer_corrections_created_by ON customer_corrections (created_by);
CREATE INDEX idx_customer_corrections_decided_by ON customer_corrections (decided_by);
