-- What a bank asks of a customer of which risk, until when it counts, and what follows when it has expired.

-- The date of a proof of address; what has none counts from the day on which it was uploaded.
ALTER TABLE kyc_documents ADD COLUMN issued_on date
  CONSTRAINT kyc_documents_issued_on_calendar CHECK (issued_on BETWEEN '0001-01-01' AND '9999-12-31');
CREATE INDEX idx_kyc_documents_expires ON kyc_documents (expires_at) WHERE status = 'APPROVED';

CREATE TABLE kyc_policies (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  branch_id uuid REFERENCES branches,
  risk text NOT NULL CONSTRAINT kyc_policies_risk_printable CHECK (risk IN ('LOW', 'MEDIUM', 'HIGH')),
  identity_types document_type[] NOT NULL,
  identities smallint NOT NULL CONSTRAINT kyc_policies_identities CHECK (identities BETWEEN 1 AND 3),
  countries text[] CONSTRAINT kyc_policies_countries CHECK (array_to_string(countries, ' ') ~ '^[A-Z]{2}( [A-Z]{2})*$'),
  address_types document_type[] NOT NULL,
  addresses smallint NOT NULL CONSTRAINT kyc_policies_addresses CHECK (addresses BETWEEN 0 AND 3),
  address_days smallint NOT NULL CONSTRAINT kyc_policies_address_days CHECK (address_days BETWEEN 1 AND 3650),
  expired_blocks text NOT NULL
    CONSTRAINT kyc_policies_expired_blocks_printable CHECK (expired_blocks IN ('NOTHING', 'NEW_ACCOUNTS', 'WITHDRAWALS', 'POSTINGS')),
  review_years smallint NOT NULL CONSTRAINT kyc_policies_review_years CHECK (review_years BETWEEN 1 AND 20),
  valid_from date NOT NULL CONSTRAINT kyc_policies_valid_from_calendar CHECK (valid_from BETWEEN '0001-01-01' AND '9999-12-31'),
  approval_id uuid UNIQUE REFERENCES approvals,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT kyc_policies_types CHECK (cardinality(identity_types) > 0 AND cardinality(address_types) > 0
    AND identity_types <@ '{PASSPORT,NATIONAL_ID,DRIVERS_LICENSE}' AND address_types <@ '{UTILITY_BILL,BANK_STATEMENT}'),
  CONSTRAINT kyc_policies_of_branch_by_two CHECK ((branch_id IS NULL) = (approval_id IS NULL))
);
COMMENT ON TABLE kyc_policies IS
  'What is asked of a customer of a risk: in force is the branch''s latest that has begun, otherwise the default. One never changes';
COMMENT ON COLUMN kyc_policies.branch_id IS 'NULL: a default for every branch, which a release brings';
COMMENT ON COLUMN kyc_policies.countries IS 'Which countries'' identity documents count, ISO 3166-1 alpha-2; NULL: every country''s';
COMMENT ON COLUMN kyc_policies.address_days IS 'How old a proof of address may be when it is approved';
COMMENT ON COLUMN kyc_policies.expired_blocks IS 'What is refused to a customer whose KYC has expired; each includes what stands before it';
COMMENT ON COLUMN kyc_policies.review_years IS 'After how many years a customer is looked at again';
CREATE INDEX idx_kyc_policies_in_force ON kyc_policies (risk, valid_from);
CREATE INDEX idx_kyc_policies_branch ON kyc_policies (branch_id);

INSERT INTO kyc_policies (risk, identity_types, identities, address_types, addresses, address_days, expired_blocks, review_years,
  valid_from)
VALUES
  ('LOW', '{PASSPORT,NATIONAL_ID,DRIVERS_LICENSE}', 1, '{UTILITY_BILL,BANK_STATEMENT}', 1, 180, 'NEW_ACCOUNTS', 10, '0001-01-01'),
  ('MEDIUM', '{PASSPORT,NATIONAL_ID,DRIVERS_LICENSE}', 1, '{UTILITY_BILL,BANK_STATEMENT}', 1, 90, 'NEW_ACCOUNTS', 8, '0001-01-01'),
  ('HIGH', '{PASSPORT,NATIONAL_ID}', 1, '{UTILITY_BILL,BANK_STATEMENT}', 1, 90, 'WITHDRAWALS', 2, '0001-01-01');

-- What makes a risk, as data of a release.
CREATE TABLE risk_factors (
  kind text NOT NULL CONSTRAINT risk_factors_kind_printable CHECK (kind IN ('COUNTRY', 'PRODUCT', 'CASH', 'COMPANY')),
  value text NOT NULL CONSTRAINT risk_factors_value_printable CHECK (value ~ '^[A-Z0-9_]+$'),
  risk text NOT NULL CONSTRAINT risk_factors_risk_printable CHECK (risk IN ('MEDIUM', 'HIGH')),
  PRIMARY KEY (kind, value)
);
COMMENT ON TABLE risk_factors IS 'A country, a type of account, cash in a year, or being a company, and at least which risk it makes';
COMMENT ON COLUMN risk_factors.value IS
  'ISO 3166-1 alpha-2; account type; cash in a year as a multiple of what the default lets a teller take in at once; or ANY';
-- FATF, October 2025: high-risk jurisdictions subject to a call for action, and jurisdictions under increased monitoring.
INSERT INTO risk_factors (kind, value, risk)
  SELECT 'COUNTRY', unnest('{IR,KP,MM}'::text[]), 'HIGH'
  UNION ALL SELECT 'COUNTRY', unnest('{AO,BO,BG,CD,CI,CM,DZ,HT,KE,LA,LB,MC,NA,NP,SS,SY,VE,VG,VN,YE}'::text[]), 'MEDIUM'
  UNION ALL SELECT 'CASH', '2', 'MEDIUM' UNION ALL SELECT 'CASH', '10', 'HIGH'
  UNION ALL SELECT 'PRODUCT', 'LOAN', 'MEDIUM' UNION ALL SELECT 'COMPANY', 'ANY', 'MEDIUM';

CREATE TABLE kyc_standing (
  customer_id uuid PRIMARY KEY REFERENCES customers,
  risk text NOT NULL DEFAULT 'LOW' CONSTRAINT kyc_standing_risk_printable CHECK (risk IN ('LOW', 'MEDIUM', 'HIGH')),
  risk_reasons jsonb NOT NULL DEFAULT '[]',
  rated_risk text CONSTRAINT kyc_standing_rated_risk_printable CHECK (rated_risk IN ('LOW', 'MEDIUM', 'HIGH')),
  rating_id uuid REFERENCES approvals,
  expired_on date CONSTRAINT kyc_standing_expired_on_calendar CHECK (expired_on BETWEEN '0001-01-01' AND '9999-12-31'),
  reviewed_on date NOT NULL CONSTRAINT kyc_standing_reviewed_on_calendar CHECK (reviewed_on BETWEEN '0001-01-01' AND '9999-12-31'),
  review_due date NOT NULL CONSTRAINT kyc_standing_review_due_calendar CHECK (review_due BETWEEN '0001-01-01' AND '9999-12-31'),
  CONSTRAINT kyc_standing_rated_by_two CHECK (rated_risk IS NULL OR rating_id IS NOT NULL)
);
COMMENT ON TABLE kyc_standing IS 'Of each customer: the risk and why, since when the KYC has expired, and when it is looked at again';
COMMENT ON COLUMN kyc_standing.risk IS 'In force: as two people rated it, otherwise as it is computed';
COMMENT ON COLUMN kyc_standing.risk_reasons IS 'What the risk is computed from: [{"kind", "value", "risk"}]';
COMMENT ON COLUMN kyc_standing.expired_on IS 'The last day on which what the policy asks was covered; NULL: it is, or never was';
COMMENT ON COLUMN kyc_standing.reviewed_on IS 'When the customer was last looked at as a whole; at first when they were registered';
CREATE INDEX idx_kyc_standing_rating ON kyc_standing (rating_id);
CREATE INDEX idx_kyc_standing_expired ON kyc_standing (expired_on) WHERE expired_on IS NOT NULL;
CREATE INDEX idx_kyc_standing_due ON kyc_standing (review_due);
INSERT INTO kyc_standing (customer_id, reviewed_on, review_due)
  SELECT id, (created_at AT TIME ZONE 'UTC')::date, ((created_at AT TIME ZONE 'UTC') + interval '10 years')::date FROM customers;

CREATE TABLE kyc_reviews (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers,
  reviewed_on date NOT NULL CONSTRAINT kyc_reviews_reviewed_on_calendar CHECK (reviewed_on BETWEEN '0001-01-01' AND '9999-12-31'),
  next_due date NOT NULL CONSTRAINT kyc_reviews_next_due_calendar CHECK (next_due BETWEEN '0001-01-01' AND '9999-12-31'),
  risk text NOT NULL CONSTRAINT kyc_reviews_risk_printable CHECK (risk IN ('LOW', 'MEDIUM', 'HIGH')),
  words varchar(500) NOT NULL CONSTRAINT kyc_reviews_words_printable CHECK (words !~ '[\u0001-\u001F\u007F-\u009F]')
    CONSTRAINT kyc_reviews_words_filled CHECK (btrim(words) <> ''),
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT kyc_reviews_next_is_later CHECK (next_due > reviewed_on)
);
COMMENT ON TABLE kyc_reviews IS 'The periodic reviews of customers: what was found, and when the next one is due';
CREATE INDEX idx_kyc_reviews_customer ON kyc_reviews (customer_id, created_at);
CREATE INDEX idx_kyc_reviews_created_by ON kyc_reviews (created_by);

-- On the account, whose row every posting reads anyway: what is refused costs nothing where nothing is.
ALTER TABLE accounts ADD COLUMN kyc_block text
  CONSTRAINT accounts_kyc_block_printable CHECK (kyc_block IN ('WITHDRAWALS', 'POSTINGS'));
COMMENT ON COLUMN accounts.kyc_block IS 'What is refused because the holder''s KYC has expired; follows from the policy';

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, lapses) VALUES
  ('KYC_POLICY', '{SUPERVISOR,ADMIN}', '{SUPERVISOR,ADMIN}', 'show_kyc_policy', 'perform_kyc_policy', false),
  ('RISK_RATING', '{TELLER,SUPERVISOR}', '{SUPERVISOR}', 'show_risk_rating', 'perform_risk_rating', false);

-- A correction may be of the nationality as well.
ALTER TABLE customer_corrections
  ADD COLUMN from_nationality varchar(2) CONSTRAINT customer_corrections_from_nationality_printable CHECK (from_nationality ~ '^[A-Z]{2}$'),
  ADD COLUMN nationality varchar(2) CONSTRAINT customer_corrections_nationality_printable CHECK (nationality ~ '^[A-Z]{2}$'),
  DROP CONSTRAINT customer_corrections_change,
  ADD CONSTRAINT customer_corrections_change CHECK ((first_name, last_name, date_of_birth, nationality)
    IS DISTINCT FROM (from_first_name, from_last_name, from_date_of_birth, from_nationality));
COMMENT ON COLUMN customer_corrections.nationality IS 'NULL: it was not known, or of corrections of releases before 0.3';
