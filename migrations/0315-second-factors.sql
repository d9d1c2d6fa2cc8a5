-- A second factor: a code of six digits that the person's device makes of a secret and the time (RFC 6238). It is checked here, by this
-- clock, and good once. Which roles need one, two people decide; whoever has one gives a fresh code before a decision.

CREATE TABLE second_factors (
  user_id uuid PRIMARY KEY REFERENCES users,
  -- Under a key that the workstations derive from the vault key and send with each code: a copy of the database does not hold it.
  sealed_secret bytea CONSTRAINT second_factors_sealed_size CHECK (octet_length(sealed_secret) BETWEEN 32 AND 512),
  confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0,
  offered_secret bytea CONSTRAINT second_factors_offered_size CHECK (octet_length(offered_secret) BETWEEN 32 AND 512),
  offered_at timestamptz,
  CONSTRAINT second_factors_confirmed CHECK (sealed_secret IS NULL OR confirmed_at IS NOT NULL),
  CONSTRAINT second_factors_offered_whole CHECK ((offered_secret IS NULL) = (offered_at IS NULL))
);
COMMENT ON TABLE second_factors IS 'The secret of each person''s device; read by the functions that check a code, and by nobody else';
COMMENT ON COLUMN second_factors.sealed_secret IS 'NULL once two people have reset it: the person sets up a device again';
COMMENT ON COLUMN second_factors.last_step IS 'The thirty seconds of the newest code that was used: it and all before it are refused';
COMMENT ON COLUMN second_factors.offered_secret IS 'Of a device that is being set up and has not given a code yet';

CREATE TABLE recovery_codes (
  user_id uuid NOT NULL REFERENCES users,
  number smallint NOT NULL CONSTRAINT recovery_codes_number_counted CHECK (number BETWEEN 1 AND 20),
  code_hash text NOT NULL CONSTRAINT recovery_codes_code_hash_printable CHECK (code_hash ~ '^\$2a\$\d\d\$.{53}$'),
  used_at timestamptz,
  PRIMARY KEY (user_id, number)
);
COMMENT ON TABLE recovery_codes IS 'Codes on paper that each stand in for the device once';

CREATE TABLE second_factor_roles (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  branch_id uuid NOT NULL REFERENCES branches,
  role user_role NOT NULL,
  required_since timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT second_factor_roles_once UNIQUE (branch_id, role)
);
COMMENT ON TABLE second_factor_roles IS 'Of which roles nobody works at a branch without a second factor; two people decide it';

ALTER TABLE sessions
  ADD COLUMN awaits_factor boolean NOT NULL DEFAULT false,
  ADD COLUMN proven_at timestamptz;
COMMENT ON COLUMN sessions.awaits_factor IS 'The password was right, and the code or the setting up of a device is still to come';
COMMENT ON COLUMN sessions.proven_at IS 'When a code was last given in it';

-- Columns of one size whatever the result, as the others of this table.
ALTER TABLE sign_in_attempts
  ADD COLUMN step bigint NOT NULL DEFAULT 0,
  ADD COLUMN recovery_number smallint NOT NULL DEFAULT 0,
  DROP CONSTRAINT sign_in_attempts_purpose,
  ADD CONSTRAINT sign_in_attempts_purpose CHECK (purpose IN ('SIGN_IN', 'PASSWORD_CHECK', 'OVERRIDE', 'CODE'));
COMMENT ON COLUMN sign_in_attempts.step IS 'Of the code that was right; 0: none was';
COMMENT ON COLUMN sign_in_attempts.recovery_number IS 'Of the recovery code that was right; 0: none was';

ALTER TABLE approval_kinds ADD COLUMN gives_power boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN approval_kinds.gives_power IS 'Whoever proposes it and has a second factor gives a fresh code';
INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer) VALUES
  ('USER_CODE', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_user_change', 'perform_user_code'),
  ('CODE_ROLES', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_code_roles', 'perform_code_roles');
UPDATE approval_kinds SET gives_power = true WHERE kind LIKE 'USER\_%' OR kind IN ('CODE_ROLES', 'AGREED_LIMIT', 'POSTING_LIMIT',
  'REVERSAL_LIMIT', 'COUNT_TOLERANCE', 'CASH_RULES', 'KEY_ROTATION', 'KEY_SHEET', 'KYC_POLICY', 'RETENTION_RULE', 'CHART',
  'PRODUCT', 'PRODUCT_TERMS', 'WORKSTATION_CODE');
