-- How long documents are kept, as rows that two people agree, what was deleted by which of them, and what stops it.

CREATE TABLE retention_rules (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  branch_id uuid REFERENCES branches,
  purpose text NOT NULL CONSTRAINT retention_rules_purpose_printable CHECK (purpose IN ('IDENTITY', 'ADDRESS', 'SPECIMEN')),
  event text NOT NULL CONSTRAINT retention_rules_event_printable CHECK (event IN ('ENDED', 'REPLACED', 'REJECTED')),
  years smallint NOT NULL CONSTRAINT retention_rules_years CHECK (years BETWEEN 1 AND 100),
  valid_from date NOT NULL CONSTRAINT retention_rules_valid_from_calendar CHECK (valid_from BETWEEN '0001-01-01' AND '9999-12-31'),
  approval_id uuid UNIQUE REFERENCES approvals,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT retention_rules_of_branch_by_two CHECK ((branch_id IS NULL) = (approval_id IS NULL))
);
COMMENT ON TABLE retention_rules IS
  'So many years after what a document is kept: in force is the branch''s latest that has begun, otherwise the default. One never changes';
COMMENT ON COLUMN retention_rules.branch_id IS 'NULL: a default for every branch, which a release brings';
COMMENT ON COLUMN retention_rules.purpose IS 'SPECIMEN: the photograph and the specimen of the signature';
COMMENT ON COLUMN retention_rules.event IS 'ENDED: the relationship with the customer; REPLACED: a later one of its type was approved';
CREATE INDEX idx_retention_rules_branch ON retention_rules (branch_id);

-- Five years after the end: 31 CFR 1020.220(a)(3)(ii), Directive (EU) 2015/849, article 40. What was rejected was never relied on.
INSERT INTO retention_rules (purpose, event, years, valid_from)
  SELECT purpose, event, CASE event WHEN 'REJECTED' THEN 1 ELSE 5 END, '0001-01-01'
  FROM unnest('{IDENTITY,ADDRESS,SPECIMEN}'::text[]) AS purpose, unnest('{ENDED,REPLACED,REJECTED}'::text[]) AS event;

CREATE TABLE document_deletions (
  id uuid PRIMARY KEY REFERENCES kyc_documents,
  rule_id uuid NOT NULL REFERENCES retention_rules,
  event_on date NOT NULL CONSTRAINT document_deletions_event_on_calendar CHECK (event_on BETWEEN '0001-01-01' AND '9999-12-31'),
  due_on date NOT NULL CONSTRAINT document_deletions_due_on_calendar CHECK (due_on BETWEEN '0001-01-01' AND '9999-12-31'),
  deleted_on date NOT NULL CONSTRAINT document_deletions_deleted_on_calendar CHECK (deleted_on BETWEEN '0001-01-01' AND '9999-12-31'),
  deleted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  job_id uuid NOT NULL REFERENCES job_runs,
  files smallint NOT NULL CONSTRAINT document_deletions_files CHECK (files >= 0),
  CONSTRAINT document_deletions_not_early CHECK (deleted_on >= due_on AND due_on > event_on)
);
COMMENT ON TABLE document_deletions IS 'Documents whose keys were destroyed, by which rule and job. Their pages can never be read again';
COMMENT ON COLUMN document_deletions.id IS 'Of the document';
COMMENT ON COLUMN document_deletions.files IS 'How many keys were destroyed, one a page';
CREATE INDEX idx_document_deletions_rule ON document_deletions (rule_id);
CREATE INDEX idx_document_deletions_job ON document_deletions (job_id);
CREATE INDEX idx_document_deletions_at ON document_deletions (deleted_at);

CREATE TABLE legal_holds (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers,
  reason varchar(500) NOT NULL CONSTRAINT legal_holds_reason_printable CHECK (reason !~ '[\u0001-\u001F\u007F-\u009F]')
    CONSTRAINT legal_holds_reason_filled CHECK (btrim(reason) <> ''),
  placed_by uuid NOT NULL REFERENCES users,
  placed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  released_by uuid REFERENCES users CONSTRAINT legal_holds_four_eyes CHECK (released_by <> placed_by),
  released_at timestamptz,
  release_reason varchar(500) CONSTRAINT legal_holds_release_reason_printable CHECK (release_reason !~ '[\u0001-\u001F\u007F-\u009F]')
    CONSTRAINT legal_holds_release_reason_filled CHECK (btrim(release_reason) <> ''),
  CONSTRAINT legal_holds_released_whole
    CHECK ((released_at IS NULL) = (released_by IS NULL) AND (released_at IS NULL) = (release_reason IS NULL))
);
COMMENT ON TABLE legal_holds IS 'Customers none of whose documents is deleted while a court, an authority or a dispute may ask for them';
CREATE INDEX idx_legal_holds_customer ON legal_holds (customer_id);
CREATE INDEX idx_legal_holds_placed_by ON legal_holds (placed_by);
CREATE INDEX idx_legal_holds_released_by ON legal_holds (released_by);

ALTER TABLE accounts ADD COLUMN closed_on date
  CONSTRAINT accounts_closed_on_calendar CHECK (closed_on BETWEEN '0001-01-01' AND '9999-12-31');
COMMENT ON COLUMN accounts.closed_on IS 'Stamped: the branch''s date on which it was closed; of earlier releases when it was last changed';
ALTER TABLE accounts DISABLE TRIGGER USER;
UPDATE accounts SET closed_on = (updated_at AT TIME ZONE 'UTC')::date WHERE status = 'CLOSED';
ALTER TABLE accounts ENABLE TRIGGER USER;

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, lapses) VALUES
  ('RETENTION_RULE', '{SUPERVISOR,ADMIN}', '{SUPERVISOR,ADMIN}', 'show_retention_rule', 'perform_retention_rule', false);
