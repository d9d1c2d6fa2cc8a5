-- Four eyes: what one person proposes and another decides, by one mechanism for every kind of thing (code/approvals). The first kinds
-- are about power: who becomes supervisor or administrator, and who gets into such a user's account.

CREATE TABLE approval_kinds (
  kind varchar(30) PRIMARY KEY CONSTRAINT approval_kinds_kind_printable CHECK (kind ~ '^[A-Z_]+$'),
  proposers user_role[] NOT NULL,
  deciders user_role[] NOT NULL,
  shower name NOT NULL,
  performer name NOT NULL,
  ender name,
  lapses boolean NOT NULL DEFAULT true,
  refusal_is_final boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE approval_kinds IS 'What needs a second person, who decides it, and the functions that do it';
COMMENT ON COLUMN approval_kinds.shower IS 'A function (approvals) RETURNS jsonb: the facts as they are now, "subject" among them';
COMMENT ON COLUMN approval_kinds.performer IS 'A function (approvals, identity) RETURNS jsonb: does it, and answers what came of it';
COMMENT ON COLUMN approval_kinds.ender IS 'A function (approvals) RETURNS void for a proposal that ends without being done, or NULL';
COMMENT ON COLUMN approval_kinds.lapses IS 'Whether a proposal that nobody has decided ends with the business day';
COMMENT ON COLUMN approval_kinds.refusal_is_final IS 'Whether a refusal at the approval ends it as FAILED; if not, it waits on';

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer, ender) VALUES
  ('USER_CREATE', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_user_change', 'perform_user_create', 'end_user_change'),
  ('USER_ROLE', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_user_change', 'perform_user_role', 'end_user_change'),
  ('USER_RESET', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_user_change', 'perform_user_reset', 'end_user_change'),
  ('USER_REACTIVATE', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_user_change', 'perform_user_reactivate', NULL),
  ('USER_UNLOCK', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_user_change', 'perform_user_unlock', NULL);

CREATE TABLE approvals (
  id uuid PRIMARY KEY,
  kind varchar(30) NOT NULL REFERENCES approval_kinds CONSTRAINT approvals_kind_printable CHECK (kind ~ '^[A-Z_]+$'),
  branch_id uuid NOT NULL REFERENCES branches,
  subject_type varchar(50) NOT NULL CONSTRAINT approvals_subject_type_printable CHECK (subject_type ~ '^[a-z_]+$'),
  subject_id uuid NOT NULL,
  concerns uuid REFERENCES users,
  payload jsonb NOT NULL,
  facts jsonb,
  status varchar(10) NOT NULL DEFAULT 'PENDING'
    CONSTRAINT approvals_status_printable CHECK (status IN ('PENDING', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'FAILED')),
  proposed_by uuid NOT NULL REFERENCES users,
  proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  business_date date CONSTRAINT approvals_business_date_calendar CHECK (business_date BETWEEN '0001-01-01' AND '9999-12-31'),
  decided_by uuid REFERENCES users,
  decided_at timestamptz,
  decided_beside uuid REFERENCES users,
  shown_facts jsonb,
  shown_hash bytea,
  decision_reason varchar(500) CONSTRAINT approvals_decision_reason_printable
    CHECK (decision_reason !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]'),
  result jsonb,
  CONSTRAINT approvals_decided_whole CHECK ((status = 'PENDING') = (decided_at IS NULL)),
  CONSTRAINT approvals_decided_by_somebody CHECK ((decided_by IS NULL) = (status IN ('PENDING', 'LAPSED'))),
  CONSTRAINT approvals_four_eyes CHECK (status NOT IN ('APPROVED', 'DECLINED', 'FAILED')
    OR decided_by <> proposed_by AND decided_by IS DISTINCT FROM concerns),
  CONSTRAINT approvals_withdrawn_by_proposer CHECK (status <> 'WITHDRAWN' OR decided_by = proposed_by),
  CONSTRAINT approvals_bound_to_what_was_shown CHECK (status NOT IN ('APPROVED', 'FAILED') OR shown_hash IS NOT NULL),
  CONSTRAINT approvals_declined_with_reason CHECK (status <> 'DECLINED' OR btrim(coalesce(decision_reason, '')) <> '')
);
COMMENT ON TABLE approvals IS 'What one person proposed and another decided, once, on what was shown';
COMMENT ON COLUMN approvals.concerns IS 'The person whom it is about, who never decides it; NULL: nobody of the staff';
COMMENT ON COLUMN approvals.facts IS 'What was shown of the case when it was proposed';
COMMENT ON COLUMN approvals.business_date IS 'The branch''s day when it was proposed; NULL: no day was open';
COMMENT ON COLUMN approvals.decided_beside IS 'At whose session the decider signed with the own password; NULL: at the own one';
COMMENT ON COLUMN approvals.shown_hash IS 'SHA-256 of the case and of shown_facts, which the decider named';
CREATE INDEX idx_approvals_kind ON approvals (kind);
CREATE INDEX idx_approvals_waiting ON approvals (branch_id, proposed_at) WHERE status = 'PENDING';
CREATE INDEX idx_approvals_branch ON approvals (branch_id, proposed_at);
CREATE INDEX idx_approvals_subject ON approvals (subject_id);
CREATE INDEX idx_approvals_concerns ON approvals (concerns);
CREATE INDEX idx_approvals_proposed_by ON approvals (proposed_by);
CREATE INDEX idx_approvals_decided_by ON approvals (decided_by);
CREATE INDEX idx_approvals_decided_beside ON approvals (decided_beside);

-- The temporary password of a user with power has two halves, so that neither of the two people knows it whole.
CREATE TABLE proposed_passwords (
  approval_id uuid PRIMARY KEY REFERENCES approvals,
  first_half varchar(9) NOT NULL CONSTRAINT proposed_passwords_first_half_printable
    CHECK (first_half ~ '^[a-hj-km-np-z2-9]{4}-[a-hj-km-np-z2-9]{4}$'),
  second_half varchar(9) CONSTRAINT proposed_passwords_second_half_printable
    CHECK (second_half ~ '^[a-hj-km-np-z2-9]{4}-[a-hj-km-np-z2-9]{4}$'),
  wrapped_key bytea CONSTRAINT proposed_passwords_key_size CHECK (octet_length(wrapped_key) BETWEEN 32 AND 512),
  CONSTRAINT proposed_passwords_second_whole CHECK ((second_half IS NULL) = (wrapped_key IS NULL))
);
COMMENT ON TABLE proposed_passwords IS 'The halves of temporary passwords while their approval waits; a row goes when it is decided';

-- Who was the branch's second person with power. Until there was one, the administrator makes one alone; afterwards never again,
-- whoever is suspended. Rows of earlier releases: the second one by the audit log, which keeps roles that somebody once had.
ALTER TABLE branches ADD COLUMN second_person uuid REFERENCES users;
COMMENT ON COLUMN branches.second_person IS 'The second user who ever was supervisor or administrator here; NULL: none yet';
CREATE INDEX idx_branches_second_person ON branches (second_person);
ALTER TABLE branches DISABLE TRIGGER USER;
UPDATE branches b SET second_person = (
  SELECT u.id FROM users u WHERE u.branch_id = b.id AND (u.role IN ('SUPERVISOR', 'ADMIN') OR EXISTS (
      SELECT FROM audit_logs a WHERE a.resource_type = 'users' AND a.resource_id = u.id
        AND (a.details #>> '{after,role}' IN ('SUPERVISOR', 'ADMIN') OR a.details #>> '{before,role}' IN ('SUPERVISOR', 'ADMIN'))))
    ORDER BY u.created_at, u.id OFFSET 1 LIMIT 1);
ALTER TABLE branches ENABLE TRIGGER USER;

INSERT INTO branch_crossings (action, allowed, reason) VALUES
  ('APPROVAL_DECIDE', false, 'What was proposed at a branch is decided there'),
  ('APPROVAL_READ', false, 'What waits at a branch is for its own staff');
