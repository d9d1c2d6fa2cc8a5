-- The key that wraps the keys of the documents can be changed: it has generations. The keys of the files stand in a table of their own, so
-- that they can be wrapped anew, and destroyed, while the files stay as they were written. See docs/decisions.

CREATE TABLE vault_generations (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  generation int NOT NULL CONSTRAINT vault_generations_generation_key UNIQUE
    CONSTRAINT vault_generations_generation CHECK (generation >= 1),
  check_value bytea CONSTRAINT vault_generations_check_value CHECK (octet_length(check_value) = 16),
  hash_key bytea CONSTRAINT vault_generations_hash_key CHECK (octet_length(hash_key) = 60),
  sealed_key bytea CONSTRAINT vault_generations_sealed_key CHECK (octet_length(sealed_key) = 60),
  approval_id uuid CONSTRAINT vault_generations_approval_key UNIQUE REFERENCES approvals,
  made_by uuid REFERENCES users,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  CONSTRAINT vault_generations_approved CHECK ((generation = 1) = (approval_id IS NULL)),
  CONSTRAINT vault_generations_ended_without_key CHECK (ended_at IS NULL OR sealed_key IS NULL)
);
COMMENT ON TABLE vault_generations IS 'The vault keys that there were; the highest number is in use. None stands here readable';
COMMENT ON COLUMN vault_generations.check_value IS 'Tells this key from others; NULL: of before there were generations';
COMMENT ON COLUMN vault_generations.hash_key IS 'The key by which files are recognised, under this one; NULL: derived from this one';
COMMENT ON COLUMN vault_generations.sealed_key IS 'This key under the one after it, until no file needs it any more';
INSERT INTO vault_generations (generation) VALUES (1);

CREATE TABLE kyc_file_keys (
  file_id uuid PRIMARY KEY REFERENCES kyc_files,
  generation int NOT NULL REFERENCES vault_generations (generation),
  wrapped_key bytea NOT NULL CONSTRAINT kyc_file_keys_wrapped_key CHECK (octet_length(wrapped_key) BETWEEN 32 AND 512),
  unreadable boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE kyc_file_keys IS 'The key of each file, wrapped under a vault key; without its row a file can never be read again';
COMMENT ON COLUMN kyc_file_keys.unreadable IS 'The vault key of its generation did not open it when it was to be wrapped anew';
CREATE INDEX idx_kyc_file_keys_generation ON kyc_file_keys (generation, file_id);
INSERT INTO kyc_file_keys (file_id, generation, wrapped_key) SELECT id, 1, wrapped_key FROM kyc_files;
ALTER TABLE kyc_files DROP COLUMN wrapped_key;

ALTER TABLE kyc_files ADD COLUMN page_mac bytea CONSTRAINT kyc_files_page_mac CHECK (octet_length(page_mac) = 32);
COMMENT ON COLUMN kyc_files.page_mac IS 'HMAC-SHA256 of the page as it was drawn: tells the same page of another document; NULL: of before';
CREATE INDEX idx_kyc_files_page_mac ON kyc_files (page_mac);
CREATE INDEX idx_kyc_files_content_mac ON kyc_files (content_mac);

ALTER TABLE user_keys ADD COLUMN generation int NOT NULL DEFAULT 1;
COMMENT ON COLUMN user_keys.generation IS 'Stamped: of which vault key it is';

CREATE TABLE recovery_sheets (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number int NOT NULL CONSTRAINT recovery_sheets_number_key UNIQUE CONSTRAINT recovery_sheets_number CHECK (number >= 1),
  wrapped_key bytea CONSTRAINT recovery_sheets_size CHECK (octet_length(wrapped_key) BETWEEN 150 AND 250),
  approval_id uuid CONSTRAINT recovery_sheets_approval_key UNIQUE REFERENCES approvals,
  made_by uuid NOT NULL REFERENCES users,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  voided_at timestamptz,
  CONSTRAINT recovery_sheets_void_without_key CHECK ((voided_at IS NULL) = (wrapped_key IS NOT NULL))
);
COMMENT ON TABLE recovery_sheets IS 'The vault key under the secret of a sheet of paper that lies in a safe; one is valid';
COMMENT ON COLUMN recovery_sheets.approval_id IS 'NULL: the first one, made while the bank had one person with power';
CREATE INDEX idx_vault_generations_made_by ON vault_generations (made_by);
CREATE INDEX idx_recovery_sheets_made_by ON recovery_sheets (made_by);
CREATE UNIQUE INDEX recovery_sheets_one_valid ON recovery_sheets ((true)) WHERE voided_at IS NULL;

INSERT INTO approval_kinds (kind, proposers, deciders, shower, performer) VALUES
  ('KEY_ROTATION', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_key_change', 'perform_key_change'),
  ('KEY_SHEET', '{ADMIN}', '{ADMIN,SUPERVISOR}', 'show_key_change', 'perform_key_change');
