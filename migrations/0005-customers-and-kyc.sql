-- Customers and the evidence of who they are. The application writes these tables itself, column by column, under
-- policies; who made a row, what a decision on a document does to its customer, and every status are set by triggers.

CREATE SEQUENCE customer_numbers MINVALUE 1000000;

-- clock_timestamp() everywhere: now() is when the transaction began, and a client may leave one open for days.
CREATE TABLE customers (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  customer_number varchar(20) NOT NULL CONSTRAINT idx_customers_number UNIQUE,
  first_name varchar(100) NOT NULL CONSTRAINT customers_first_name_filled CHECK (btrim(first_name) <> ''),
  last_name varchar(100) NOT NULL CONSTRAINT customers_last_name_filled CHECK (btrim(last_name) <> ''),
  email varchar(255) CONSTRAINT customers_email_key UNIQUE,
  phone varchar(20) CONSTRAINT customers_phone_e164 CHECK (phone ~ '^\+[1-9][0-9]{4,14}$'),
  date_of_birth date NOT NULL,
  address text CONSTRAINT customers_address_length CHECK (length(address) <= 500),
  city varchar(100),
  country varchar(100),
  occupation varchar(100),
  income_range varchar(50),
  kyc_status kyc_status NOT NULL DEFAULT 'PENDING',
  status party_status NOT NULL DEFAULT 'ACTIVE',
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- "C"-collated, so that ^@ (starts_with), which is leakproof, can use the index under row-level security.
  -- Kept by the trigger: a generated column would call fold() as the teller, who may not.
  name_key text COLLATE "C" NOT NULL,
  surname_key text COLLATE "C" NOT NULL
);
COMMENT ON TABLE customers IS 'The bank''s customers; kyc_status follows their documents by trigger';
COMMENT ON COLUMN customers.customer_number IS 'Stamped: C-, seven digits and a check digit';
COMMENT ON COLUMN customers.created_by IS 'Stamped with the signed-in maker';
COMMENT ON COLUMN customers.name_key IS 'Stamped: the folded name, for searching';
COMMENT ON COLUMN customers.surname_key IS 'Stamped: the same, surname first';
CREATE INDEX idx_customers_created_by ON customers (created_by);
CREATE INDEX idx_customers_name_key ON customers (name_key);
CREATE INDEX idx_customers_surname_key ON customers (surname_key);
CREATE INDEX idx_customers_name_trigrams ON customers USING gin (name_key ext.gin_trgm_ops);
CREATE INDEX idx_customers_phone ON customers (phone COLLATE "C");
CREATE INDEX idx_customers_email_key ON customers (lower(email) COLLATE "C");
CREATE INDEX idx_customers_number_key ON customers (customer_number COLLATE "C");
CREATE INDEX idx_customers_born ON customers (date_of_birth);

CREATE TABLE kyc_files (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  media_type varchar(50) NOT NULL CONSTRAINT kyc_files_media_type CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf')),
  byte_size int NOT NULL CONSTRAINT kyc_files_byte_size CHECK (byte_size BETWEEN 1 AND 10485760),
  -- AES-256-GCM under a key of its own; that key is wrapped under the document key, which the database never sees.
  wrapped_key bytea NOT NULL CONSTRAINT kyc_files_wrapped_key CHECK (octet_length(wrapped_key) BETWEEN 32 AND 512),
  content bytea NOT NULL CONSTRAINT kyc_files_content CHECK (octet_length(content) BETWEEN 28 AND 10486784),
  content_sha256 bytea GENERATED ALWAYS AS (sha256(content)) STORED,
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE kyc_files IS 'Encrypted images and PDFs of KYC documents, so that every workstation sees what one uploaded';
COMMENT ON COLUMN kyc_files.created_by IS 'Stamped with the signed-in maker';
ALTER TABLE kyc_files ALTER COLUMN content SET STORAGE EXTERNAL; -- ciphertext does not compress
CREATE INDEX idx_kyc_files_created_by ON kyc_files (created_by);

CREATE TABLE kyc_documents (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  customer_id uuid NOT NULL REFERENCES customers,
  document_type document_type NOT NULL,
  document_number varchar(100) NOT NULL CONSTRAINT kyc_documents_number_filled CHECK (btrim(document_number) <> ''),
  file_id uuid NOT NULL CONSTRAINT kyc_documents_file_key UNIQUE REFERENCES kyc_files,
  file_path varchar(500) GENERATED ALWAYS AS ('kyc_files/' || file_id::text) STORED,
  status document_status NOT NULL DEFAULT 'PENDING',
  created_by uuid NOT NULL REFERENCES users,
  verified_by uuid REFERENCES users CONSTRAINT kyc_documents_four_eyes CHECK (verified_by <> created_by),
  decided_at timestamptz,
  rejection_reason text
    CONSTRAINT kyc_documents_reason CHECK (status <> 'REJECTED' OR btrim(coalesce(rejection_reason, '')) <> '')
    CONSTRAINT kyc_documents_reason_length CHECK (length(rejection_reason) <= 500),
  expires_at date,
  -- What a decision is bound to: the content as it was shown. Repeating it is part of deciding.
  content_digest bytea NOT NULL,
  decided_digest bytea CONSTRAINT kyc_documents_decided_as_shown CHECK (decided_digest = content_digest),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE kyc_documents IS 'Identity documents and proofs of address, each decided once, by somebody other than the uploader';
COMMENT ON COLUMN kyc_documents.created_by IS 'Stamped with the signed-in maker';
COMMENT ON COLUMN kyc_documents.content_digest IS 'Stamped: SHA-256 over the row and its file';
-- A number is unique per type among those that stand; a rejected photograph may be taken again.
-- Spaces and hyphens are how a number is printed, not what it is: with them it could stand twice.
CREATE UNIQUE INDEX kyc_documents_number_per_type
  ON kyc_documents (document_type, translate(upper(document_number), E' \t\n\r\u00A0-./', '')) WHERE status <> 'REJECTED';
CREATE INDEX idx_kyc_documents_customer ON kyc_documents (customer_id);
CREATE INDEX idx_kyc_documents_status ON kyc_documents (status, created_at);
CREATE INDEX idx_kyc_documents_number_key ON kyc_documents (upper(document_number) COLLATE "C");
CREATE INDEX idx_kyc_documents_created_by ON kyc_documents (created_by);
CREATE INDEX idx_kyc_documents_verified_by ON kyc_documents (verified_by, decided_at);
