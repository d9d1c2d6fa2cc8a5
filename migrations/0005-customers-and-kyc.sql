-- Customers and the evidence of who they are. The application writes these tables itself, column by column, under
-- policies; who made a row, what a document's decision did to its customer, and every status are the database's to say.

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

-- The maker is never the client's word.
CREATE FUNCTION stamp_maker() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  IF NOT is_workstation() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN NEW.created_by := (require_identity()).user_id;
  ELSE PERFORM require_identity(); NEW.created_by := OLD.created_by;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, corex, ext, pg_temp AS $$
BEGIN
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END $$;

-- Today, where the branch is. current_date would be the client's to shift: its time zone may be a week off, and it stands
-- still in a transaction that is left open.
CREATE FUNCTION local_date() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, corex, ext, pg_temp AS $$
  SELECT (clock_timestamp() AT TIME ZONE coalesce((SELECT time_zone FROM branches WHERE id = current_branch_id()), 'UTC'))::date $$;

CREATE FUNCTION guard_customer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE digits text;
BEGIN
  IF NEW.date_of_birth > local_date() THEN PERFORM refuse('BIRTH_IN_FUTURE'); END IF;
  NEW.name_key := fold(NEW.first_name || ' ' || NEW.last_name);
  NEW.surname_key := fold(NEW.last_name || ' ' || NEW.first_name);
  IF TG_OP = 'INSERT' AND (is_workstation() OR NEW.customer_number IS NULL) THEN
    digits := nextval('customer_numbers')::text;
    NEW.customer_number := 'C-' || digits || check_digit(digits);
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER a_stamp BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION stamp_maker();
CREATE TRIGGER b_guard BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION guard_customer();
CREATE TRIGGER c_touch BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON customers FOR EACH ROW EXECUTE FUNCTION audit_row();

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
CREATE TRIGGER a_stamp BEFORE INSERT ON kyc_files FOR EACH ROW EXECUTE FUNCTION stamp_maker();
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON kyc_files FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The generic trigger would turn ten megabytes into JSON before it drops them.
CREATE FUNCTION audit_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, corex, ext, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM write_audit(current_user_id(), 'CREATED', 'kyc_files', NEW.id, jsonb_build_object('after', jsonb_build_object(
    'id', NEW.id, 'media_type', NEW.media_type, 'byte_size', NEW.byte_size, 'content_sha256', encode(NEW.content_sha256, 'hex'))));
  RETURN NULL;
END $$;
CREATE TRIGGER zz_audit AFTER INSERT ON kyc_files FOR EACH ROW EXECUTE FUNCTION audit_file();

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

CREATE FUNCTION guard_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE
  who identity;
  file_hash bytea;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT content_sha256 INTO file_hash FROM kyc_files WHERE id = NEW.file_id AND (created_by = NEW.created_by OR NOT is_workstation());
    IF NOT FOUND THEN PERFORM refuse('FILE_UNREADABLE'); END IF;
    IF NEW.expires_at < local_date() AND is_workstation() THEN PERFORM refuse('DOCUMENT_EXPIRED'); END IF;
    NEW.content_digest := sha256(convert_to(jsonb_build_array(NEW.id, NEW.customer_id, NEW.document_type, NEW.document_number,
      extract(epoch FROM NEW.expires_at)::text, encode(file_hash, 'hex'))::text, 'UTF8'));
    RETURN NEW;
  END IF;
  IF NOT is_workstation() THEN RETURN NEW; END IF;
  who := require_identity('SUPERVISOR');
  IF OLD.status <> 'PENDING' THEN PERFORM refuse('ALREADY_DECIDED'); END IF;
  IF OLD.created_by = who.user_id THEN PERFORM refuse('OWN_UPLOAD'); END IF;
  IF NEW.status NOT IN ('APPROVED', 'REJECTED') THEN PERFORM refuse('FORBIDDEN'); END IF;
  IF NEW.decided_digest IS DISTINCT FROM OLD.content_digest THEN PERFORM refuse('CHANGED_MEANWHILE'); END IF;
  IF NEW.status = 'APPROVED' AND OLD.expires_at < local_date() THEN PERFORM refuse('DOCUMENT_EXPIRED'); END IF;
  IF NEW.status = 'APPROVED' THEN NEW.rejection_reason := NULL; END IF;
  NEW.verified_by := who.user_id;
  NEW.decided_at := clock_timestamp();
  RETURN NEW;
END $$;

-- The rule: one identity document and one proof of address, both approved.
CREATE FUNCTION follow_documents() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE new_status kyc_status;
BEGIN
  PERFORM FROM customers WHERE id = NEW.customer_id FOR NO KEY UPDATE; -- two decisions at once must see each other
  SELECT CASE
      WHEN bool_or(status = 'APPROVED' AND document_type IN ('NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE'))
       AND bool_or(status = 'APPROVED' AND document_type IN ('UTILITY_BILL', 'BANK_STATEMENT')) THEN 'APPROVED'
      WHEN bool_or(status = 'REJECTED') AND NOT bool_or(status = 'PENDING') THEN 'REJECTED'
      ELSE 'PENDING' END::kyc_status
    INTO new_status FROM kyc_documents WHERE customer_id = NEW.customer_id;
  UPDATE customers SET kyc_status = new_status WHERE id = NEW.customer_id AND kyc_status <> new_status;
  RETURN NULL;
END $$;

CREATE TRIGGER a_stamp BEFORE INSERT OR UPDATE ON kyc_documents FOR EACH ROW EXECUTE FUNCTION stamp_maker();
CREATE TRIGGER b_guard BEFORE INSERT OR UPDATE ON kyc_documents FOR EACH ROW EXECUTE FUNCTION guard_document();
CREATE TRIGGER c_touch BEFORE UPDATE ON kyc_documents FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER m_follow AFTER INSERT OR UPDATE ON kyc_documents FOR EACH ROW EXECUTE FUNCTION follow_documents();
CREATE TRIGGER zz_audit AFTER INSERT OR UPDATE OR DELETE ON kyc_documents FOR EACH ROW EXECUTE FUNCTION audit_row();

ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE customers FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON customers TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON customers FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_register ON customers FOR INSERT TO corex_app WITH CHECK ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR'));
CREATE POLICY app_change ON customers FOR UPDATE TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR'));
GRANT SELECT ON customers TO corex_app;
GRANT INSERT (id, first_name, last_name, email, phone, date_of_birth, address, city, country, occupation, income_range) ON customers TO corex_app;
GRANT UPDATE (email, phone, address, city, country, occupation, income_range) ON customers TO corex_app;

ALTER TABLE kyc_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE kyc_files FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON kyc_files FOR SELECT TO corex_owner USING (true);
CREATE POLICY owner_append ON kyc_files FOR INSERT TO corex_owner WITH CHECK (true);
CREATE POLICY app_read ON kyc_files FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_upload ON kyc_files FOR INSERT TO corex_app WITH CHECK ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR'));
GRANT SELECT ON kyc_files TO corex_app;
GRANT INSERT (id, media_type, byte_size, wrapped_key, content) ON kyc_files TO corex_app;

ALTER TABLE kyc_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE kyc_documents FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON kyc_documents TO corex_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON kyc_documents FOR SELECT TO corex_app USING ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR', 'AUDITOR'));
CREATE POLICY app_upload ON kyc_documents FOR INSERT TO corex_app WITH CHECK ((SELECT current_user_role()) IN ('TELLER', 'SUPERVISOR'));
CREATE POLICY app_decide ON kyc_documents FOR UPDATE TO corex_app USING ((SELECT current_user_role()) = 'SUPERVISOR');
GRANT SELECT ON kyc_documents TO corex_app;
GRANT INSERT (id, customer_id, document_type, document_number, file_id, expires_at) ON kyc_documents TO corex_app;
GRANT UPDATE (status, rejection_reason, decided_digest) ON kyc_documents TO corex_app;

-- Search as it is typed. LIKE is not leakproof, so under a policy it would read every row: this function is the door,
-- with the role check, the cap and the columns that the policy would have given. Prefixes first, then any part of the
-- name, then what sounds misspelt.
-- Each probe has its index, but only for a text that the planner knows, and a scan of all that it hopes to end early is
-- what makes a teller wait: hence the two settings of the planner.
CREATE FUNCTION search_customers(p_text text, p_limit int DEFAULT 20) RETURNS SETOF customers
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, corex, ext, pg_temp
SET pg_trgm.word_similarity_threshold = 0.5 SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
DECLARE
  typed text := btrim(fold(p_text));
  digits text := regexp_replace(typed, '[^0-9]', '', 'g');
  -- The longest part first: it is the most telling one, and the trigram index needs three letters in a row.
  parts text[] := ARRAY(SELECT '%' || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%'
    FROM unnest(regexp_split_to_array(typed, '\s+')) AS part ORDER BY length(part) DESC);
  cap int := least(greatest(p_limit, 1), 50);
  found uuid[];
BEGIN
  IF coalesce(current_user_role() IN ('TELLER', 'SUPERVISOR', 'AUDITOR'), false) IS FALSE OR typed = '' THEN RETURN; END IF;
  found := ARRAY(
    (SELECT id FROM customers WHERE customer_number COLLATE "C" ^@ ('C-' || ltrim(upper(typed), 'C-')) AND digits <> '' ORDER BY customer_number COLLATE "C" LIMIT cap)
    UNION (SELECT id FROM customers WHERE phone COLLATE "C" ^@ ('+' || digits) AND length(digits) >= 4 ORDER BY phone COLLATE "C" LIMIT cap)
    UNION (SELECT id FROM customers WHERE lower(email) COLLATE "C" ^@ typed AND typed ~ '[@.]' ORDER BY lower(email) COLLATE "C" LIMIT cap)
    UNION (SELECT customer_id FROM kyc_documents WHERE upper(document_number) COLLATE "C" ^@ upper(btrim(p_text)) AND digits <> '' LIMIT cap)
    UNION (SELECT id FROM customers WHERE name_key ^@ typed ORDER BY name_key LIMIT cap)
    UNION (SELECT id FROM customers WHERE surname_key ^@ typed ORDER BY surname_key LIMIT cap));
  IF cardinality(found) < cap AND typed ~ '[[:alpha:]]{3}' AND typed !~ '[0-9@]' THEN
    found := found || ARRAY(SELECT id FROM customers
      WHERE name_key LIKE parts[1] AND name_key LIKE coalesce(parts[2], parts[1]) AND name_key LIKE ALL (parts) LIMIT cap);
  END IF;
  IF cardinality(found) = 0 AND typed ~ '[[:alpha:]]{2}' AND length(typed) >= 4 AND typed !~ '[0-9@]' THEN
    found := ARRAY(SELECT id FROM customers WHERE typed <% name_key ORDER BY word_similarity(typed, name_key) DESC LIMIT cap);
  END IF;
  RETURN QUERY SELECT c.* FROM customers c WHERE c.id = ANY (found)
    ORDER BY (c.name_key ^@ typed OR c.surname_key ^@ typed) DESC, word_similarity(typed, c.name_key) DESC, c.name_key, c.id LIMIT cap;
END $$;

-- Likely the same person: same e-mail or phone, or born the same day with a similar name, or the same name in full.
CREATE FUNCTION find_duplicate_customers(p_first text, p_last text, p_born date, p_phone text, p_email text) RETURNS SETOF customers
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, corex, ext, pg_temp AS $$
DECLARE whole text := fold(p_first || ' ' || p_last);
BEGIN
  IF coalesce(current_user_role() IN ('TELLER', 'SUPERVISOR'), false) IS FALSE THEN RETURN; END IF;
  RETURN QUERY SELECT c.* FROM customers c WHERE c.id IN (
      (SELECT id FROM customers WHERE lower(email) COLLATE "C" = lower(p_email) LIMIT 5)
      UNION (SELECT id FROM customers WHERE phone COLLATE "C" = p_phone LIMIT 5)
      UNION (SELECT id FROM customers WHERE date_of_birth = p_born AND similarity(name_key, whole) > 0.4 LIMIT 5)
      UNION (SELECT id FROM customers WHERE name_key = whole LIMIT 5)
      UNION (SELECT id FROM customers WHERE surname_key = whole LIMIT 5))
    ORDER BY similarity(c.name_key, whole) DESC, c.id LIMIT 10;
END $$;

GRANT EXECUTE ON FUNCTION search_customers(text, int), find_duplicate_customers(text, text, date, text, text) TO corex_app;
