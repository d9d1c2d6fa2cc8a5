-- What a decision on a document has beside the document: a reason from a list, who has the case, and what is still asked for.

ALTER TABLE kyc_documents ADD COLUMN rejection_code text
  CONSTRAINT kyc_documents_rejection_code_printable CHECK (rejection_code IN
    ('UNREADABLE', 'INCOMPLETE', 'EXPIRED', 'OTHER_PERSON', 'DATA_DIFFERS', 'WRONG_KIND', 'TOO_OLD', 'ALTERED', 'OTHER'))
  CONSTRAINT kyc_documents_code_of_rejection CHECK (rejection_code IS NULL OR status = 'REJECTED');
COMMENT ON COLUMN kyc_documents.rejection_code IS 'The reason from the list; NULL of what was rejected before there was one';

CREATE TABLE kyc_claims (
  customer_id uuid PRIMARY KEY REFERENCES customers,
  user_id uuid NOT NULL REFERENCES users,
  session_id uuid NOT NULL REFERENCES sessions,
  claimed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  lapses_at timestamptz NOT NULL,
  CONSTRAINT kyc_claims_begin_before_end CHECK (lapses_at > claimed_at)
);
COMMENT ON TABLE kyc_claims IS
  'Which supervisor has a customer''s documents before them; ends with the session, when it lapses, or when nothing waits any more';
CREATE INDEX idx_kyc_claims_user ON kyc_claims (user_id);
CREATE INDEX idx_kyc_claims_session ON kyc_claims (session_id);

CREATE TABLE kyc_requests (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers,
  missing text[] NOT NULL CONSTRAINT kyc_requests_missing
    CHECK (cardinality(missing) > 0 AND missing <@ '{IDENTITY,ADDRESS,BACK,ALL_PAGES,BETTER_PICTURE,OTHER}'),
  still_missing text[] NOT NULL CONSTRAINT kyc_requests_still_missing CHECK (still_missing <@ missing),
  words varchar(500) CONSTRAINT kyc_requests_words_printable CHECK (words !~ '[\u0001-\u001F\u007F-\u009F]'),
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  -- NULL while it is open, and when it ended because everything was brought.
  ended_by uuid REFERENCES users,
  CONSTRAINT kyc_requests_words_of_other CHECK (NOT 'OTHER' = ANY (missing) OR btrim(coalesce(words, '')) <> ''),
  CONSTRAINT kyc_requests_open CHECK ((ended_at IS NOT NULL) OR (cardinality(still_missing) > 0 AND ended_by IS NULL))
);
COMMENT ON TABLE kyc_requests IS 'What a supervisor asks of a customer beside what was brought';
COMMENT ON COLUMN kyc_requests.still_missing IS 'What of it nobody has uploaded since';
CREATE INDEX idx_kyc_requests_customer ON kyc_requests (customer_id, created_at);
CREATE INDEX idx_kyc_requests_created_by ON kyc_requests (created_by);
CREATE INDEX idx_kyc_requests_ended_by ON kyc_requests (ended_by);
