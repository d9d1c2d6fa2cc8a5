-- What a person may post alone. What is above a limit waits as PENDING for a second person, with its funds held (code/limits).

CREATE TABLE posting_limits (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  branch_id uuid REFERENCES branches,
  role user_role NOT NULL,
  transaction_type transaction_type NOT NULL,
  currency varchar(3) NOT NULL REFERENCES currencies CONSTRAINT posting_limits_currency_printable CHECK (currency ~ '^[A-Z]{3}$'),
  per_posting numeric(15,2) NOT NULL,
  per_person_day numeric(15,2) NOT NULL,
  per_account_day numeric(15,2) NOT NULL,
  valid_from date NOT NULL CONSTRAINT posting_limits_valid_from_calendar CHECK (valid_from BETWEEN '0001-01-01' AND '9999-12-31'),
  valid_until date CONSTRAINT posting_limits_valid_until_calendar CHECK (valid_until BETWEEN '0001-01-01' AND '9999-12-31'),
  approval_id uuid UNIQUE REFERENCES approvals,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT posting_limits_amounts CHECK (per_posting >= 0 AND per_person_day >= 0 AND per_account_day >= 0
    AND per_posting <> 'NaN' AND per_person_day <> 'NaN' AND per_account_day <> 'NaN'),
  CONSTRAINT posting_limits_begin_before_end CHECK (valid_until >= valid_from),
  CONSTRAINT posting_limits_of_branch_by_two CHECK ((branch_id IS NULL) = (approval_id IS NULL))
);
COMMENT ON TABLE posting_limits IS
  'What one person posts without a second one: in force is the branch''s latest that has begun and not ended, otherwise the default';
COMMENT ON COLUMN posting_limits.branch_id IS 'NULL: a default for every branch, which a release brings';
COMMENT ON COLUMN posting_limits.per_person_day IS 'What a person posts alone in a business day, of this type and currency, in all';
COMMENT ON COLUMN posting_limits.per_account_day IS 'What is posted alone on one account in a business day, of this type, by whomever';
COMMENT ON COLUMN posting_limits.valid_until IS 'The last business date; NULL: until another one follows';
COMMENT ON COLUMN posting_limits.approval_id IS 'By which two people agreed it';
CREATE INDEX idx_posting_limits_in_force ON posting_limits (role, transaction_type, currency, valid_from);
CREATE INDEX idx_posting_limits_branch ON posting_limits (branch_id);
CREATE INDEX idx_posting_limits_currency ON posting_limits (currency);

-- The defaults, in round numbers of the currency: about what 50,000 US dollars are for a teller's deposit. A currency of small units gets
-- them times a power of ten. That is its order of magnitude and no exchange rate: a bank agrees limits of its own.
WITH scale (factor, codes) AS (VALUES
  (10, '{BWP,CNY,CZK,DKK,DOP,EGP,ERN,ETB,GHS,GTQ,HKD,HNL,LSL,MAD,MDL,MOP,MRU,MUR,MVR,MXN,NAD,NIO,NOK}'),
  (10, '{SCR,SEK,SLE,SRD,STN,SVC,SZL,THB,TJS,TRY,TTD,TWD,UAH,UYU,VES,ZAR,ZMW,ZWG}'),
  (100, '{AFN,ALL,AMD,BDT,CVE,DJF,DZD,GMD,GYD,HTG,HUF,INR,ISK,JMD,JPY,KES,KGS,KMF,LKR,LRD,MKD,MZN,NPR,PHP,PKR,RSD,RUB,VUV,XPF,YER}'),
  (1000, '{AOA,ARS,BIF,CDF,CLP,COP,CRC,KHR,KPW,KRW,KZT,MGA,MMK,MNT,MWK,NGN,RWF,SDG,SOS,SSP,TZS,UGX,XAF,XOF}'),
  (10000, '{GNF,IDR,IRR,LAK,LBP,PYG,SYP,UZS,VND}'))
INSERT INTO posting_limits (role, transaction_type, currency, per_posting, per_person_day, per_account_day, valid_from)
  SELECT d.role::user_role, d.type::transaction_type, c.code, d.posting * f.factor, d.day * f.factor, d.posting * f.factor, '0001-01-01'
  FROM (VALUES
    ('TELLER', 'DEPOSIT', 50000, 500000), ('TELLER', 'WITHDRAWAL', 10000, 100000), ('TELLER', 'TRANSFER', 50000, 500000),
    ('SUPERVISOR', 'DEPOSIT', 100000, 500000), ('SUPERVISOR', 'WITHDRAWAL', 25000, 100000), ('SUPERVISOR', 'TRANSFER', 100000, 500000))
    AS d (role, type, posting, day),
    currencies c LEFT JOIN scale ON c.code = ANY (scale.codes::text[]), LATERAL (SELECT coalesce(scale.factor, 1)::numeric) AS f (factor);

-- What was posted alone on the latest business day, kept by each posting in its own transaction: a limit is compared with a row, and no
-- day is added up. A row is of one day; the first posting of a later one begins it anew.
CREATE TABLE person_sums (
  user_id uuid NOT NULL REFERENCES users,
  transaction_type transaction_type NOT NULL,
  currency varchar(3) NOT NULL CONSTRAINT person_sums_currency_printable CHECK (currency ~ '^[A-Z]{3}$'),
  business_date date NOT NULL CONSTRAINT person_sums_business_date_calendar CHECK (business_date BETWEEN '0001-01-01' AND '9999-12-31'),
  total numeric(18,2) NOT NULL,
  PRIMARY KEY (user_id, transaction_type, currency)
) WITH (fillfactor = 70);
COMMENT ON TABLE person_sums IS 'What a person posted without a second one on a business day, by type and currency';
CREATE TABLE account_sums (
  account_id uuid NOT NULL REFERENCES accounts,
  transaction_type transaction_type NOT NULL,
  business_date date NOT NULL CONSTRAINT account_sums_business_date_calendar CHECK (business_date BETWEEN '0001-01-01' AND '9999-12-31'),
  total numeric(18,2) NOT NULL,
  PRIMARY KEY (account_id, transaction_type)
) WITH (fillfactor = 80);
COMMENT ON TABLE account_sums IS 'What was posted on an account without a second person on a business day, by type, by whomever';

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, ender, lapses, refusal_is_final) VALUES
  ('POSTING', '{TELLER,SUPERVISOR}', '{SUPERVISOR}', 'show_posting', 'perform_posting', 'end_posting', true, true),
  ('POSTING_LIMIT', '{ADMIN,SUPERVISOR}', '{ADMIN,SUPERVISOR}', 'show_posting_limit', 'perform_posting_limit', NULL, false, true);
