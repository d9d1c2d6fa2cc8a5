-- A document may have more pages than one, such as a card's back, and what a machine read of it is kept beside what a person typed.

CREATE TABLE kyc_pages (
  -- Checked at the end of the transaction, because a document's digest covers its pages and is made when the document is.
  document_id uuid NOT NULL REFERENCES kyc_documents DEFERRABLE INITIALLY DEFERRED,
  page_no smallint NOT NULL CONSTRAINT kyc_pages_page_no CHECK (page_no BETWEEN 2 AND 50),
  side text NOT NULL CONSTRAINT kyc_pages_side_printable CHECK (side IN ('BACK', 'OTHER')),
  file_id uuid NOT NULL CONSTRAINT kyc_pages_file_key UNIQUE REFERENCES kyc_files,
  PRIMARY KEY (document_id, page_no)
);
COMMENT ON TABLE kyc_pages IS 'The pages of a document from the second one on; the first one is the file of the document itself';

CREATE TABLE kyc_readings (
  document_id uuid PRIMARY KEY REFERENCES kyc_documents,
  -- AES-256-GCM under the key of the document's first page: a machine-readable zone is as secret as the picture that it stands in.
  content bytea NOT NULL CONSTRAINT kyc_readings_content CHECK (octet_length(content) BETWEEN 29 AND 200000)
);
COMMENT ON TABLE kyc_readings IS 'What the program read of a document when it was uploaded, encrypted; what was typed is in the document';
