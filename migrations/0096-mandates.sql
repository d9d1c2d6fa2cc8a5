-- Who may sign for what: joint holders, attorneys, guardians of minors and signatories of companies, and who owns a company. Power over
-- money is given, changed and ended by two people; a row is never changed: another one replaces it, so that it can be said for any
-- date who could have signed.

-- A company's legal name is its last name, as it has one name; its founding is its birth, and its nationality the country whose register
-- has it (ISO 20275 calls the number there the registration authority entity ID). So search, duplicates, corrections and
-- screening know companies without a second table.
ALTER TABLE customers
  ADD COLUMN kind varchar(10) NOT NULL DEFAULT 'PERSON' CONSTRAINT customers_kind_printable CHECK (kind IN ('PERSON', 'COMPANY')),
  ADD COLUMN registration_number varchar(50)
    CONSTRAINT customers_registration_number_filled CHECK (btrim(registration_number) <> '')
    CONSTRAINT customers_registration_number_printable
      CHECK (registration_number !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  ADD COLUMN guardian_id uuid REFERENCES customers,
  ADD CONSTRAINT customers_company CHECK ((kind = 'COMPANY') = (registration_number IS NOT NULL)
    AND (kind = 'PERSON' OR first_name IS NULL AND guardian_id IS NULL));
COMMENT ON COLUMN customers.kind IS 'A COMPANY has its legal name as last name and the date of its founding as birth';
COMMENT ON COLUMN customers.registration_number IS 'Of a company, in the register of the country that is its nationality';
COMMENT ON COLUMN customers.guardian_id IS 'Who brought a minor: with a guardian somebody below the age of majority becomes a customer';
CREATE INDEX idx_customers_guardian ON customers (guardian_id) WHERE guardian_id IS NOT NULL;
CREATE UNIQUE INDEX customers_registered_once ON customers (nationality, upper(registration_number)) WHERE kind = 'COMPANY';

CREATE TABLE parties (
  id uuid PRIMARY KEY, -- of the approval that made it
  customer_id uuid NOT NULL REFERENCES customers,
  account_id uuid REFERENCES accounts,
  party_id uuid NOT NULL REFERENCES customers,
  power varchar(10) NOT NULL
    CONSTRAINT parties_power_printable CHECK (power IN ('JOINT', 'MANDATE', 'GUARDIAN', 'SIGNATORY', 'OWNER')),
  together boolean NOT NULL DEFAULT false CONSTRAINT parties_together CHECK (NOT together OR power IN ('JOINT', 'GUARDIAN', 'SIGNATORY')),
  per_posting numeric(15,2) CONSTRAINT parties_per_posting_positive CHECK (per_posting > 0 AND per_posting <> 'NaN'),
  currency varchar(3) REFERENCES currencies CONSTRAINT parties_currency_printable CHECK (currency ~ '^[A-Z]{3}$'),
  share numeric(5,2) CONSTRAINT parties_share CHECK (share BETWEEN 25 AND 100),
  valid_from date NOT NULL CONSTRAINT parties_valid_from_calendar CHECK (valid_from BETWEEN '0001-01-01' AND '9999-12-31'),
  valid_until date CONSTRAINT parties_valid_until_calendar CHECK (valid_until BETWEEN '0001-01-01' AND '9999-12-31'),
  replaces uuid CONSTRAINT parties_replaced_once UNIQUE REFERENCES parties,
  ended boolean NOT NULL DEFAULT false,
  created_by uuid NOT NULL REFERENCES users,
  decided_by uuid NOT NULL REFERENCES users CONSTRAINT parties_four_eyes CHECK (decided_by <> created_by),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT parties_another CHECK (party_id <> customer_id),
  CONSTRAINT parties_of_account CHECK (power <> 'JOINT' OR account_id IS NOT NULL),
  CONSTRAINT parties_of_customer CHECK (power NOT IN ('GUARDIAN', 'OWNER') OR account_id IS NULL),
  CONSTRAINT parties_limit CHECK ((per_posting IS NULL) = (currency IS NULL) AND (per_posting IS NULL OR power = 'MANDATE')),
  CONSTRAINT parties_owner CHECK ((power = 'OWNER') = (share IS NOT NULL)),
  CONSTRAINT parties_dates CHECK (valid_until >= valid_from),
  CONSTRAINT parties_ends_one CHECK (NOT ended OR replaces IS NOT NULL)
);
COMMENT ON TABLE parties IS 'Who may sign for a customer''s accounts, and who owns a company; a row holds until another replaces it';
COMMENT ON COLUMN parties.account_id IS 'NULL: every account of the customer';
COMMENT ON COLUMN parties.together IS 'Not alone: joint holders all, signatories and guardians two of them';
COMMENT ON COLUMN parties.per_posting IS 'Up to which amount, in this currency alone; NULL: no limit';
COMMENT ON COLUMN parties.share IS 'Percent, of a beneficial owner: 25 or more (31 CFR 1010.230)';
COMMENT ON COLUMN parties.valid_from IS 'Business dates of the branch that posts, both included';
COMMENT ON COLUMN parties.ended IS 'This row ends the one that it replaces';
CREATE INDEX idx_parties_customer ON parties (customer_id);
CREATE INDEX idx_parties_account ON parties (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX idx_parties_party ON parties (party_id);
CREATE INDEX idx_parties_created_by ON parties (created_by);
CREATE INDEX idx_parties_decided_by ON parties (decided_by);
CREATE INDEX idx_parties_currency ON parties (currency) WHERE currency IS NOT NULL;

-- Who signed a posting at the counter. No row: its holder alone.
CREATE TABLE posting_signers (
  transaction_id uuid NOT NULL REFERENCES transactions,
  customer_id uuid NOT NULL REFERENCES customers,
  PRIMARY KEY (transaction_id, customer_id)
);
COMMENT ON TABLE posting_signers IS 'Who signed a withdrawal or a transfer at the counter; without a row the holder did';
CREATE INDEX idx_posting_signers_customer ON posting_signers (customer_id);

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer) VALUES
  ('PARTY', '{TELLER,SUPERVISOR}', '{SUPERVISOR}', 'show_party', 'perform_party');
