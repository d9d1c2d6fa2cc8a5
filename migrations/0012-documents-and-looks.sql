-- Whose number a document has, and who has looked at it. A number is unique among people, for each type and issuing country: a
-- renewed card, its back, and a bill that two people share are not twins. A look is a committed row before any content is handed out.

ALTER TABLE kyc_files ADD COLUMN content_mac bytea CONSTRAINT kyc_files_content_mac CHECK (octet_length(content_mac) = 32);
COMMENT ON COLUMN kyc_files.content_mac IS 'HMAC-SHA256 of the file under the document key: tells a repeated upload';

ALTER TABLE kyc_documents
  ADD COLUMN issuing_country varchar(2) CONSTRAINT kyc_documents_issuing_country_code CHECK (issuing_country ~ '^[A-Z]{2}$'),
  ADD COLUMN number_key varchar(200) COLLATE "C",
  ADD COLUMN shown_to_checker boolean;
COMMENT ON COLUMN kyc_documents.issuing_country IS 'ISO 3166-1; of identity documents. ZZ: not known, in rows of release 0.1';
COMMENT ON COLUMN kyc_documents.number_key IS 'Stamped: the number by which it is searched and unique, without what is only typography';
COMMENT ON COLUMN kyc_documents.shown_to_checker IS 'Whether the content was shown to whoever decided; NULL before, and in release 0.1';

-- A change of the schema is not a change of a document. An expiry that no calendar prints becomes the nearest that one does, and what
-- release 0.1 took as two numbers stays two: the later one's key has its id.
ALTER TABLE kyc_documents DISABLE TRIGGER USER;
UPDATE kyc_documents d SET
    issuing_country = CASE WHEN document_type IN ('NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE') THEN
      CASE WHEN c.country ~ '^[A-Z]{2}$' THEN c.country ELSE 'ZZ' END END,
    -- Cut, because a hundred letters may be nearly two thousand in their plain form.
    number_key = coalesce(nullif(left(upper(regexp_replace(normalize(document_number, NFKC), '[^[:alnum:]]', '', 'g')), 150), ''),
      '*' || d.id),
    expires_at = CASE WHEN expires_at IS NOT NULL THEN least(greatest(expires_at, '0001-01-01'), '9999-12-31') END
  FROM customers c WHERE c.id = d.customer_id;
ALTER TABLE kyc_documents ENABLE TRIGGER USER;
ALTER TABLE kyc_documents DISABLE TRIGGER USER;
UPDATE kyc_documents d SET number_key = number_key || '*' || id WHERE EXISTS (
  SELECT FROM kyc_documents earlier WHERE earlier.document_type = d.document_type AND earlier.issuing_country = d.issuing_country
    AND earlier.number_key = d.number_key AND earlier.customer_id <> d.customer_id
    AND (earlier.created_at, earlier.id) < (d.created_at, d.id));
ALTER TABLE kyc_documents ENABLE TRIGGER USER;

ALTER TABLE kyc_documents
  ALTER COLUMN number_key SET NOT NULL,
  ADD CONSTRAINT kyc_documents_country_of_identity
    CHECK ((document_type IN ('NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE')) = (issuing_country IS NOT NULL)),
  ADD CONSTRAINT kyc_documents_number_key_filled CHECK (number_key <> ''),
  ADD CONSTRAINT kyc_documents_approved_as_shown CHECK (status <> 'APPROVED' OR shown_to_checker IS NOT FALSE),
  ADD CONSTRAINT kyc_documents_number_of_one_person EXCLUDE USING gist (
    document_type ext.gist_enum_ops WITH =, issuing_country ext.gist_text_ops WITH =, number_key ext.gist_text_ops WITH =,
    customer_id ext.gist_uuid_ops WITH <>) WHERE (issuing_country IS NOT NULL AND status <> 'REJECTED');
DROP INDEX kyc_documents_number_per_type;
DROP INDEX idx_kyc_documents_number_key;
CREATE INDEX idx_kyc_documents_number_key ON kyc_documents (number_key);

CREATE TABLE document_views (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  document_id uuid NOT NULL REFERENCES kyc_documents,
  session_id uuid NOT NULL REFERENCES sessions,
  user_id uuid NOT NULL REFERENCES users,
  workstation name NOT NULL,
  content_digest bytea NOT NULL CONSTRAINT document_views_digest CHECK (octet_length(content_digest) = 32),
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Content is handed out only after this transaction: a look that could still be rolled back is none.
  opened_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  read_at timestamptz,
  shown_at timestamptz CONSTRAINT document_views_shown_after_read CHECK (shown_at >= read_at),
  CONSTRAINT document_views_shown_was_read CHECK (shown_at IS NULL OR read_at IS NOT NULL)
);
COMMENT ON TABLE document_views IS 'Tickets: who opened which content, was handed it, and had it drawn. An approval needs one';
CREATE INDEX idx_document_views_document ON document_views (document_id, session_id);
CREATE INDEX idx_document_views_session ON document_views (session_id);
CREATE INDEX idx_document_views_user ON document_views (user_id);
