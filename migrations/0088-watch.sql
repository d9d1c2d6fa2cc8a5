-- Cash is counted for the person who stands at the counter, over all tills and branches, against two thresholds, and what is split over
-- days is seen (code/watch). What comes of it is for compliance alone.

-- Who stood at the counter, where it was not the holder of the account.
CREATE TABLE posting_presenters (
  transaction_id uuid PRIMARY KEY REFERENCES transactions,
  person_id uuid NOT NULL,
  customer_id uuid REFERENCES customers,
  full_name varchar(201) NOT NULL,
  name_key varchar(250) NOT NULL,
  date_of_birth date NOT NULL CONSTRAINT posting_presenters_date_of_birth_calendar
    CHECK (date_of_birth BETWEEN '0001-01-01' AND '9999-12-31'),
  document_type document_type,
  document_number varchar(100),
  number_key varchar(150),
  issuing_country varchar(2) CONSTRAINT posting_presenters_issuing_country_printable CHECK (issuing_country ~ '^[A-Z]{2}$'),
  on_behalf_of varchar(200),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT posting_presenters_full_name_filled CHECK (btrim(full_name) <> ''),
  CONSTRAINT posting_presenters_full_name_printable CHECK (full_name !~ '[\u0001-\u001F\u007F-\u009F]'),
  CONSTRAINT posting_presenters_name_key_printable CHECK (name_key !~ '[\u0001-\u001F\u007F-\u009F]'),
  CONSTRAINT posting_presenters_document_number_printable CHECK (document_number !~ '[\u0001-\u001F\u007F-\u009F]'),
  CONSTRAINT posting_presenters_number_key_printable CHECK (number_key !~ '[\u0001-\u001F\u007F-\u009F]'),
  CONSTRAINT posting_presenters_on_behalf_of_printable CHECK (on_behalf_of !~ '[\u0001-\u001F\u007F-\u009F]'),
  CONSTRAINT posting_presenters_document_whole CHECK ((document_type IS NULL) = (document_number IS NULL)
    AND (document_type IS NULL) = (issuing_country IS NULL) AND (document_type IS NULL) = (number_key IS NULL)),
  CONSTRAINT posting_presenters_document_shows_identity
    CHECK (document_type IN ('NATIONAL_ID', 'PASSPORT', 'DRIVERS_LICENSE'))
);
COMMENT ON TABLE posting_presenters IS 'Who stood at the counter for a posting in cash; without a row it was the holder of the account';
COMMENT ON COLUMN posting_presenters.person_id IS 'Whose cash it is: a customer, or somebody who is the same wherever they are named alike';
COMMENT ON COLUMN posting_presenters.customer_id IS 'The customer who was chosen, or whose document was shown';
COMMENT ON COLUMN posting_presenters.on_behalf_of IS 'For whom it was brought or fetched; NULL: for the holder of the account';
CREATE INDEX idx_posting_presenters_person ON posting_presenters (person_id);
CREATE INDEX idx_posting_presenters_customer ON posting_presenters (customer_id);
CREATE INDEX idx_posting_presenters_document ON posting_presenters (number_key, issuing_country);
CREATE INDEX idx_posting_presenters_name ON posting_presenters (name_key, date_of_birth);

CREATE TABLE presenter_links (
  person_id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers,
  linked_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE presenter_links IS 'Which customer somebody has become who was named at the counter before';
CREATE INDEX idx_presenter_links_customer ON presenter_links (customer_id);

-- What every posting in cash changes: of each person, currency, direction and day one row.
CREATE TABLE cash_sums (
  person_id uuid NOT NULL,
  currency currency_code NOT NULL,
  is_in boolean NOT NULL,
  business_date business_date NOT NULL,
  total numeric(18,2) NOT NULL,
  postings int NOT NULL,
  PRIMARY KEY (person_id, currency, is_in, business_date)
) WITH (fillfactor = 70);
COMMENT ON TABLE cash_sums IS 'The cash of a person on a business date, in and out apart, over all tills and branches';

CREATE TABLE cash_rules (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  currency varchar(3) NOT NULL REFERENCES currencies CONSTRAINT cash_rules_currency_printable CHECK (currency ~ '^[A-Z]{3}$'),
  identify_above numeric(15,2) NOT NULL,
  report_above numeric(15,2) NOT NULL,
  window_days int NOT NULL CONSTRAINT cash_rules_window CHECK (window_days BETWEEN 1 AND 366),
  least_postings int NOT NULL CONSTRAINT cash_rules_least CHECK (least_postings BETWEEN 2 AND 1000),
  sum_share int NOT NULL CONSTRAINT cash_rules_share CHECK (sum_share BETWEEN 1 AND 1000),
  valid_from date NOT NULL CONSTRAINT cash_rules_valid_from_calendar CHECK (valid_from BETWEEN '0001-01-01' AND '9999-12-31'),
  approval_id uuid UNIQUE REFERENCES approvals,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT cash_rules_amounts CHECK (identify_above >= 0 AND report_above >= 0 AND identify_above <> 'NaN' AND report_above <> 'NaN')
);
COMMENT ON TABLE cash_rules IS
  'From when on a person''s cash is looked at: in force is the latest of a currency that has begun, for every branch';
COMMENT ON COLUMN cash_rules.identify_above IS 'Cash of a day, in or out, above which whoever stands at the counter is identified';
COMMENT ON COLUMN cash_rules.report_above IS 'Cash of a day, in or out, above which compliance decides about a report';
COMMENT ON COLUMN cash_rules.window_days IS 'In how many days, today among them, days below the report''s threshold are added up';
COMMENT ON COLUMN cash_rules.least_postings IS 'How many of them there are at least';
COMMENT ON COLUMN cash_rules.sum_share IS 'What they come to at least, in per cent of the report''s threshold';
COMMENT ON COLUMN cash_rules.approval_id IS 'By which two people agreed it; NULL: a default that a release brings';
CREATE INDEX idx_cash_rules_in_force ON cash_rules (currency, valid_from);

-- The defaults, in round numbers of the currency, about what 3,000 and 10,000 US dollars are: see posting_limits.
WITH scale (factor, codes) AS (VALUES
  (10, '{BWP,CNY,CZK,DKK,DOP,EGP,ERN,ETB,GHS,GTQ,HKD,HNL,LSL,MAD,MDL,MOP,MRU,MUR,MVR,MXN,NAD,NIO,NOK}'),
  (10, '{SCR,SEK,SLE,SRD,STN,SVC,SZL,THB,TJS,TRY,TTD,TWD,UAH,UYU,VES,ZAR,ZMW,ZWG}'),
  (100, '{AFN,ALL,AMD,BDT,CVE,DJF,DZD,GMD,GYD,HTG,HUF,INR,ISK,JMD,JPY,KES,KGS,KMF,LKR,LRD,MKD,MZN,NPR,PHP,PKR,RSD,RUB,VUV,XPF,YER}'),
  (1000, '{AOA,ARS,BIF,CDF,CLP,COP,CRC,KHR,KPW,KRW,KZT,MGA,MMK,MNT,MWK,NGN,RWF,SDG,SOS,SSP,TZS,UGX,XAF,XOF}'),
  (10000, '{GNF,IDR,IRR,LAK,LBP,PYG,SYP,UZS,VND}'))
INSERT INTO cash_rules (currency, identify_above, report_above, window_days, least_postings, sum_share, valid_from)
  SELECT c.code, 3000 * coalesce(scale.factor, 1), 10000 * coalesce(scale.factor, 1), 7, 2, 100, '0001-01-01'
  FROM currencies c LEFT JOIN scale ON c.code = ANY (scale.codes::text[]);

CREATE TABLE cash_alerts (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind varchar(20) NOT NULL CONSTRAINT cash_alerts_kind_printable CHECK (kind IN ('REPORT', 'STRUCTURING')),
  person_id uuid NOT NULL,
  currency varchar(3) NOT NULL REFERENCES currencies CONSTRAINT cash_alerts_currency_printable CHECK (currency ~ '^[A-Z]{3}$'),
  is_in boolean NOT NULL,
  first_date date NOT NULL CONSTRAINT cash_alerts_first_date_calendar CHECK (first_date BETWEEN '0001-01-01' AND '9999-12-31'),
  last_date date NOT NULL CONSTRAINT cash_alerts_last_date_calendar CHECK (last_date BETWEEN '0001-01-01' AND '9999-12-31'),
  threshold numeric(15,2) NOT NULL,
  status varchar(20) NOT NULL DEFAULT 'OPEN'
    CONSTRAINT cash_alerts_status_printable CHECK (status IN ('OPEN', 'NO_REPORT', 'REPORTED')),
  reason varchar(500) CONSTRAINT cash_alerts_reason_printable CHECK (reason !~ '[\u0001-\u001F\u007F-\u009F]'),
  report jsonb,
  decided_by uuid REFERENCES users,
  decided_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT cash_alerts_days CHECK (last_date >= first_date AND (kind = 'STRUCTURING' OR last_date = first_date)),
  CONSTRAINT cash_alerts_decided CHECK ((status = 'OPEN') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT cash_alerts_said_why CHECK (status <> 'NO_REPORT' OR btrim(coalesce(reason, '')) <> ''),
  CONSTRAINT cash_alerts_report CHECK ((status = 'REPORTED') = (report IS NOT NULL))
);
COMMENT ON TABLE cash_alerts IS
  'What compliance decides upon: a person''s cash above the report''s threshold, or split over days; read by compliance alone';
COMMENT ON COLUMN cash_alerts.threshold IS 'The report''s threshold that was in force';
COMMENT ON COLUMN cash_alerts.report IS 'The fields of the report as they were when it was decided (FinCEN form 112)';
-- Of one day one alert waits, and of what is split over days one at a time.
CREATE UNIQUE INDEX cash_alerts_one_of_day ON cash_alerts (person_id, currency, is_in, first_date)
  WHERE kind = 'REPORT' AND status = 'OPEN';
CREATE UNIQUE INDEX cash_alerts_one_of_days ON cash_alerts (person_id, currency, is_in)
  WHERE kind = 'STRUCTURING' AND status = 'OPEN';
CREATE INDEX idx_cash_alerts_person ON cash_alerts (person_id, currency, is_in);
CREATE INDEX idx_cash_alerts_status ON cash_alerts (status, id);
CREATE INDEX idx_cash_alerts_decided_by ON cash_alerts (decided_by);
CREATE INDEX idx_cash_alerts_currency ON cash_alerts (currency);

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, ender, lapses, refusal_is_final) VALUES
  ('CASH_RULES', '{ADMIN,SUPERVISOR}', '{ADMIN,SUPERVISOR}', 'show_cash_rules', 'perform_cash_rules', NULL, false, true);

ALTER TYPE posting_receipt ADD ATTRIBUTE presenter jsonb;

-- What was paid in and out in the days before, as its holders' cash: who stood at the counter was not recorded.
INSERT INTO cash_sums (person_id, currency, is_in, business_date, total, postings)
  SELECT coalesce(debited.customer_id, credited.customer_id), t.currency, debited.till_id IS NOT NULL, t.business_date, sum(t.amount),
    count(*)
  FROM transactions t JOIN accounts debited ON debited.id = t.from_account_id JOIN accounts credited ON credited.id = t.to_account_id
  WHERE t.business_date > (SELECT max(business_date) FROM business_days) - 31 AND t.status = 'COMPLETED' AND t.reversal_of IS NULL
    AND (debited.till_id IS NULL) <> (credited.till_id IS NULL) AND coalesce(debited.customer_id, credited.customer_id) IS NOT NULL
    AND NOT EXISTS (SELECT FROM transactions undone WHERE undone.reversal_of = t.id)
  GROUP BY 1, 2, 3, 4;
